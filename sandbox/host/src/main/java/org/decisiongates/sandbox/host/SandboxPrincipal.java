package org.decisiongates.sandbox.host;

/** A person as the host sees one. */
public record SandboxPrincipal(String key, String name, String displayName, String email, boolean active) {
}
