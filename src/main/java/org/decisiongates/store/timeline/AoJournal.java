package org.decisiongates.store.timeline;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import net.java.ao.Query;

import org.decisiongates.store.SqlPlaceholders;
import org.decisiongates.store.TextColumn;
import org.decisiongates.timeline.GateEvent;
import org.decisiongates.timeline.Journal;

/** The journal in the product's database. Appending is one INSERT, committed at once, whatever becomes of the transition. */
@JiraComponent
public final class AoJournal implements Journal {

    private static final int MAX = 200;
    private static final int MAX_OF_PERIOD = 10_000;

    private final ActiveObjects ao;

    public AoJournal(ActiveObjects ao) {
        this.ao = ao;
    }

    @Override
    public void append(GateEvent event) {
        Map<String, Object> row = new HashMap<>(16);
        event.issueId().ifPresent(id -> row.put(GateEventRow.ISSUE_ID, id));
        row.put(GateEventRow.PROJECT_ID, event.projectId());
        row.put(GateEventRow.ACTION_ID, event.actionId());
        TextColumn.put(row, GateEventRow.WORKFLOW_NAME, event.workflow(), GateEventRow.NAME_LENGTH);
        TextColumn.put(row, GateEventRow.TRANSITION_NAME, event.transition(), GateEventRow.NAME_LENGTH);
        TextColumn.put(row, GateEventRow.ACTOR_KEY, event.actor(), GateEventRow.NAME_LENGTH);
        row.put(GateEventRow.ASKED_BY, event.source());
        row.put(GateEventRow.POLICY_KEY, event.gate().policy());
        row.put(GateEventRow.POLICY_VERSION, event.gate().version());
        row.put(GateEventRow.GATE_KEY, event.gate().key());
        row.put(GateEventRow.ENFORCEMENT, event.gate().enforcement());
        row.put(GateEventRow.SETTINGS_HASH, event.gate().settingsHash());
        row.put(GateEventRow.VERDICT, event.verdict());
        TextColumn.put(row, GateEventRow.RULE_RESULTS, RuleResultsColumn.write(event.results()));
        row.put(GateEventRow.AT_MILLIS, event.at().toEpochMilli());
        ao.create(GateEventRow.class, row);
    }

    @Override
    public List<Entry> ofProject(long projectId, long after, int limit) {
        Query newestFirst = Query.select()
                .where("PROJECT_ID = ? AND ID < ?", projectId, after)
                .order("ID DESC")
                .limit(SqlPlaceholders.limit(limit, MAX));
        return find(newestFirst);
    }

    @Override
    public List<Entry> ofProjects(Collection<Long> projectIds, Instant from, Instant to, int limit) {
        if (projectIds.isEmpty()) {
            return List.of();
        }
        return find(Query.select()
                .where(SqlPlaceholders.in(GateEventRow.PROJECT_ID, projectIds) + " AND AT_MILLIS >= ? AND AT_MILLIS < ?",
                        SqlPlaceholders.values(projectIds, from.toEpochMilli(), to.toEpochMilli()))
                .order("AT_MILLIS, ID").limit(SqlPlaceholders.limit(limit, MAX_OF_PERIOD)));
    }

    private List<Entry> find(Query query) {
        return ao.executeInTransaction(() -> Arrays.stream(ao.find(GateEventRow.class, query)).map(AoJournal::entry).toList());
    }

    private static Entry entry(GateEventRow row) {
        Long issue = row.getIssueId();
        return new Entry(row.getID(), new GateEvent(
                issue == null ? OptionalLong.empty() : OptionalLong.of(issue),
                row.getProjectId(),
                TextColumn.read(row.getWorkflowName()),
                row.getActionId(),
                TextColumn.read(row.getTransitionName()),
                TextColumn.read(row.getActorKey()),
                row.getAskedBy(),
                new GateEvent.GateVersion(row.getPolicyKey(), row.getPolicyVersion(), row.getGateKey(), row.getEnforcement(),
                        row.getSettingsHash()),
                row.getVerdict(),
                RuleResultsColumn.read(TextColumn.read(row.getRuleResults())),
                Instant.ofEpochMilli(row.getAtMillis())));
    }
}
