package org.decisiongates.jira.trail;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.changehistory.ChangeHistory;
import com.atlassian.jira.issue.changehistory.ChangeHistoryManager;
import com.atlassian.jira.issue.history.ChangeItemBean;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.OwnField;
import org.decisiongates.trail.TextEdit;
import org.decisiongates.trail.TextEdit.What;

/** Finds in Jira's history who edited those texts of an issue that the journal does not follow: one reading of it. */
@JiraComponent
class TextEditHistory {

    /** How many edits are read. */
    static final int MAX_EDITS = IssueTrailReader.MAX_CHANGES;

    private static final String CUSTOM = "custom";

    private final ChangeHistoryManager histories;
    private final OwnTextFields ownTexts;

    TextEditHistory(ChangeHistoryManager histories, OwnTextFields ownTexts) {
        this.histories = histories;
        this.ownTexts = ownTexts;
    }

    /** The first {@link #MAX_EDITS} of them, in the order in which Jira has them. */
    List<TextEdit> of(Issue issue) {
        OwnTextFields.Recognition own = ownTexts.recognition(issue);
        List<TextEdit> lastFirst = new ArrayList<>();
        for (ChangeHistory history : lastFirst(histories.getChangeHistories(issue))) {
            lastFirst(history.getChangeItemBeans()).forEach(item -> edit(history, item, own).ifPresent(lastFirst::add));
        }
        return lastFirst(lastFirst).stream().limit(MAX_EDITS).toList();
    }

    private static <T> List<T> lastFirst(List<T> all) {
        List<T> turned = new ArrayList<>(all);
        Collections.reverse(turned);
        return turned;
    }

    /** A custom field may be called like a field of Jira's own. */
    private static Optional<TextEdit> edit(ChangeHistory history, ChangeItemBean item, OwnTextFields.Recognition own) {
        String name = Objects.requireNonNullElse(item.getField(), "");
        String before = Objects.requireNonNullElse(item.getFromString(), "");
        String after = Objects.requireNonNullElse(item.getToString(), "");
        return CUSTOM.equals(item.getFieldType()) ? own.field(name, before, after).flatMap(field -> own(history, field, before, after))
                : switch (name) {
                    case "summary" -> Optional.of(edit(history, What.SUMMARY_CHANGED, after));
                    case "description" -> Optional.of(edit(history, after.isBlank() ? What.DESCRIPTION_REMOVED
                            : before.isBlank() ? What.DESCRIPTION_ADDED
                            : What.DESCRIPTION_CHANGED, ""));
                    default -> Optional.empty();
                };
    }

    /** The journal has that a fallback was written down or removed. */
    private static Optional<TextEdit> own(ChangeHistory history, OwnField field, String before, String after) {
        boolean wasThere = !before.isBlank();
        boolean isThere = !after.isBlank();
        return wasThere && isThere
                ? Optional.of(edit(history, field == OwnField.FALLBACK ? What.FALLBACK_CHANGED : What.QUESTION_CHANGED, ""))
                : field == OwnField.FALLBACK || wasThere == isThere ? Optional.empty()
                : Optional.of(edit(history, isThere ? What.QUESTION_ADDED : What.QUESTION_REMOVED, ""));
    }

    private static TextEdit edit(ChangeHistory history, What what, String written) {
        return new TextEdit(history.getTimePerformed().toInstant(), Objects.requireNonNullElse(history.getAuthorKey(), ""), what, written);
    }
}
