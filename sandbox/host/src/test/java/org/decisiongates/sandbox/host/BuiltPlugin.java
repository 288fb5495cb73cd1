package org.decisiongates.sandbox.host;

import java.nio.file.Path;

/** The jar we ship, as the build put it beside the host. */
public final class BuiltPlugin {

    public static final String KEY = "org.decisiongates.decision-gates";

    private BuiltPlugin() {
    }

    /** Named by whoever runs wired tests: what an earlier build left is never found by chance. */
    public static Path jar() {
        String jar = System.getProperty("sandbox.plugin");
        if (jar == null) {
            throw new IllegalStateException("A wired test needs the jar of this build, which is not packaged while unit tests run."
                    + " Name wired tests with -Dit.test (mvn -pl :host -am verify -Dit.test=…), unit tests in full with -Dtest.");
        }
        return Path.of(jar);
    }
}
