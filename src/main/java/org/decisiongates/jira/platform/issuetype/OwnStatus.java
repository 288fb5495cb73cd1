package org.decisiongates.jira.platform.issuetype;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.decisiongates.issue.BlockerPhase;
import org.decisiongates.issue.DecisionPhase;
import org.decisiongates.text.KebabCase;

/**
 * The status that stands for a phase.
 *
 * @param key      the name everything of ours knows it by
 * @param label    the name people read, unless it was taken already
 * @param type     the issue type it belongs to
 * @param open     whether an issue in it counts as open
 * @param category Jira's category: {@code new}, {@code indeterminate} or {@code done}
 */
public record OwnStatus(String key, String label, OwnIssueType type, boolean open, String category) {

    /** Every status, in the order of the phases. */
    public static List<OwnStatus> all() {
        return Stream.concat(
                Arrays.stream(DecisionPhase.values())
                        .map(phase -> new OwnStatus(key(phase), phase.label(), OwnIssueType.DECISION, phase.isOpen(),
                                category(phase == DecisionPhase.DRAFT, phase.compareTo(DecisionPhase.CLOSED) >= 0))),
                Arrays.stream(BlockerPhase.values())
                        .map(phase -> new OwnStatus(key(phase), phase.label(), OwnIssueType.BLOCKER, phase.isOpen(),
                                category(phase == BlockerPhase.OPEN, !phase.isOpen()))))
                .toList();
    }

    /** The name set-up remembers the status by. */
    public String thing() {
        return "status." + key;
    }

    /** The name of the phase it stands for, as in {@link DecisionPhase} and {@link BlockerPhase}. */
    public String phase() {
        return key.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** Whether it stands for a Blocker that survived a review. */
    public boolean isEscalated() {
        return type == OwnIssueType.BLOCKER && key.equals(key(BlockerPhase.ESCALATED));
    }

    private static String key(Enum<?> phase) {
        return KebabCase.of(phase);
    }

    private static String category(boolean first, boolean last) {
        return first ? "new" : last ? "done" : "indeterminate";
    }
}
