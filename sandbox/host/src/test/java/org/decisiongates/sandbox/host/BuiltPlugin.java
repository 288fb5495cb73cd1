package org.decisiongates.sandbox.host;

import java.nio.file.Path;

/** The jar we ship, as the build put it beside the host. */
public final class BuiltPlugin {

    public static final String KEY = "org.decisiongates.decision-gates";

    private BuiltPlugin() {
    }

    public static Path jar() {
        return Path.of(System.getProperty("sandbox.plugin", "target/plugins/decision-gates.jar"));
    }
}
