package org.decisiongates.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import net.java.ao.Query;

import org.decisiongates.gate.Verdict;
import org.decisiongates.journal.GateEvent;
import org.decisiongates.journal.Journal;

/** The journal in the product's database. Appending is one INSERT, committed at once, whatever becomes of the transition. */
@JiraComponent
public final class AoJournal implements Journal {

    private static final int MOST = 200;

    private final ActiveObjects ao;

    AoJournal(ActiveObjects ao) {
        this.ao = ao;
    }

    @Override
    public void append(GateEvent event) {
        Map<String, Object> row = new HashMap<>(16);
        event.issueId().ifPresent(id -> row.put(GateEventRow.ISSUE_ID, id));
        row.put(GateEventRow.PROJECT_ID, event.projectId());
        row.put(GateEventRow.ACTION_ID, event.actionId());
        putText(row, GateEventRow.WORKFLOW_NAME, event.workflow(), GateEventRow.NAME_LENGTH);
        putText(row, GateEventRow.TRANSITION_NAME, event.transition(), GateEventRow.NAME_LENGTH);
        putText(row, GateEventRow.ACTOR_KEY, event.actor(), GateEventRow.NAME_LENGTH);
        putText(row, GateEventRow.FAILED_RULES, String.join(",", event.failedRules()), GateEventRow.RULES_LENGTH);
        row.put(GateEventRow.ASKED_BY, event.source().name());
        row.put(GateEventRow.VERDICT, event.verdict().name());
        row.put(GateEventRow.SETTINGS_HASH, event.settingsHash());
        row.put(GateEventRow.AT_MILLIS, event.at().toEpochMilli());
        ao.create(GateEventRow.class, row);
    }

    @Override
    public List<Entry> ofProject(long projectId, long after, int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("limit " + limit + " is not between 1 and " + MOST);
        }
        // column names in quotes: PostgreSQL folds the others to lower case
        Query newestFirst = Query.select()
                .where("\"PROJECT_ID\" = ? AND \"ID\" < ?", projectId, after)
                .order("\"ID\" DESC")
                .limit(limit);
        return ao.executeInTransaction(() -> Arrays.stream(ao.find(GateEventRow.class, newestFirst)).map(AoJournal::entry).toList());
    }

    private static Entry entry(GateEventRow row) {
        Long issue = row.getIssueId();
        return new Entry(row.getID(), new GateEvent(
                issue == null ? OptionalLong.empty() : OptionalLong.of(issue),
                row.getProjectId(),
                text(row.getWorkflowName()),
                row.getActionId(),
                text(row.getTransitionName()),
                text(row.getActorKey()),
                GateEvent.Source.valueOf(row.getAskedBy()),
                Verdict.Status.valueOf(row.getVerdict()),
                names(row.getFailedRules()),
                row.getSettingsHash(),
                Instant.ofEpochMilli(row.getAtMillis())));
    }

    /** An empty text is left out: Oracle would make it null anyway. */
    private static void putText(Map<String, Object> row, String column, String text, int longest) {
        if (!text.isEmpty()) {
            row.put(column, cut(text, longest));
        }
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        // never half of a surrogate pair: PostgreSQL refuses such a text
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end);
    }

    private static String text(String stored) {
        return stored == null ? "" : stored;
    }

    private static List<String> names(String stored) {
        return stored == null ? List.of() : List.of(stored.split(","));
    }
}
