package org.decisiongates.sandbox.host;

/** Runs one product in its own process: what {@code sandbox/run} starts twice. */
public final class Launcher {

    private Launcher() {
    }

    public static void main(String[] arguments) {
        throw new UnsupportedOperationException();
    }
}
