package org.decisiongates.jira.setup;

import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Finds an unused name, so that nothing existing is mistaken for the app's. */
final class UnusedNames {

    private static final String OURS = " (Decision Gates";

    private UnusedNames() {
    }

    /** {@code wanted}, or the first variant of it that is not taken. */
    static String free(String wanted, Predicate<String> taken) {
        if (!taken.test(wanted)) {
            return wanted;
        }
        return IntStream.iterate(1, number -> number + 1).mapToObj(number -> wanted + OURS + (number == 1 ? ")" : " " + number + ")"))
                .filter(taken.negate()).findFirst().orElseThrow();
    }

    /** Whether {@code name} is what {@link #free} may have answered for {@code wanted}. */
    static boolean isVariant(String name, String wanted) {
        return name.equals(wanted) || name.startsWith(wanted + OURS);
    }
}
