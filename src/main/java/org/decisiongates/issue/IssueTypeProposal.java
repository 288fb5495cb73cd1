package org.decisiongates.issue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Whether an issue type that the app did not bring probably means a Decision or a Blocker, by its name. It is only ever shown. */
public final class IssueTypeProposal {

    private static final Set<String> DECISIONS = Set.of("decision", "adr", "decisions", "choice");
    private static final Set<String> BLOCKERS = Set.of("blocker", "impediment", "obstacle", "blockage", "blockers", "impediments");

    private IssueTypeProposal() {
    }

    public static boolean isDecision(String name) {
        return has(name, DECISIONS);
    }

    public static boolean isBlocker(String name) {
        return has(name, BLOCKERS);
    }

    private static boolean has(String name, Set<String> words) {
        return Arrays.stream(name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")).anyMatch(words::contains);
    }
}
