package org.decisiongates.sandbox.host;

/** A rendered piece of page a plugin adds at a location. The label is plain text, {@code html} is finished markup. */
public record WebPanel(String completeKey, String key, String location, String label, int weight, String html) {
}
