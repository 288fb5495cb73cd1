package org.decisiongates.jira.trail;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.changehistory.ChangeHistory;
import com.atlassian.jira.issue.changehistory.ChangeHistoryManager;
import com.atlassian.jira.issue.history.ChangeItemBean;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.trail.TextEdit;
import org.decisiongates.trail.TextEdit.What;

/** Finds in Jira's history who edited the summary and the description of an issue: one reading of it. */
@JiraComponent
class TextEditHistory {

    /** How many edits are read. */
    static final int MAX_EDITS = IssueTrailReader.MAX_CHANGES;

    private static final String CUSTOM = "custom";

    private final ChangeHistoryManager histories;

    TextEditHistory(ChangeHistoryManager histories) {
        this.histories = histories;
    }

    /** The first {@link #MAX_EDITS} of them, in the order in which Jira has them. */
    List<TextEdit> of(Issue issue) {
        return histories.getChangeHistories(issue).stream()
                .flatMap(history -> history.getChangeItemBeans().stream().flatMap(item -> edit(history, item).stream())).limit(MAX_EDITS)
                .toList();
    }

    /** A custom field may be called like a field of Jira's own. */
    private static Optional<TextEdit> edit(ChangeHistory history, ChangeItemBean item) {
        if (CUSTOM.equals(item.getFieldType())) {
            return Optional.empty();
        }
        String before = Objects.requireNonNullElse(item.getFromString(), "");
        String after = Objects.requireNonNullElse(item.getToString(), "");
        return switch (Objects.requireNonNullElse(item.getField(), "")) {
            case "summary" -> Optional.of(edit(history, What.SUMMARY_CHANGED, after));
            case "description" -> Optional.of(edit(history, after.isBlank() ? What.DESCRIPTION_REMOVED
                    : before.isBlank() ? What.DESCRIPTION_ADDED
                    : What.DESCRIPTION_CHANGED, ""));
            default -> Optional.empty();
        };
    }

    private static TextEdit edit(ChangeHistory history, What what, String written) {
        return new TextEdit(history.getTimePerformed().toInstant(), Objects.requireNonNullElse(history.getAuthorKey(), ""), what, written);
    }
}
