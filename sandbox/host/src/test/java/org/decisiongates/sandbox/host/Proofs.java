package org.decisiongates.sandbox.host;

import java.util.List;

/** How far tests go that prove something by repetition: every build takes a sample of each, {@code -Dproofs} all of them. */
public final class Proofs {

    private static final boolean ALL = Boolean.getBoolean("proofs");

    private Proofs() {
    }

    /** The number that {@code -Dname=} asks for; else {@code all} of a build with proofs, and {@code sample} of any other. */
    public static int number(String name, int sample, int all) {
        return Integer.getInteger(name, ALL ? all : sample);
    }

    /** All of them, or the first few. */
    public static <T> List<T> of(List<T> cases, int sample) {
        return ALL ? cases : cases.subList(0, sample);
    }
}
