package org.decisiongates.store.timeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import net.java.ao.Query;

import org.decisiongates.store.SqlPlaceholders;
import org.decisiongates.store.TextColumn;
import org.decisiongates.text.Abbreviation;
import org.decisiongates.time.Period;
import org.decisiongates.timeline.GateEvent;
import org.decisiongates.timeline.GateEvents;
import org.decisiongates.timeline.GateFilter;
import org.decisiongates.timeline.GateSearch;
import org.decisiongates.timeline.IssueGates;
import org.decisiongates.timeline.Page;

/** The journal in the product's database. Appending is one INSERT; whether it joins a transaction of the host is not known
 * (docs/decisions/0027-write-refusals-apart-from-the-transition.md). */
@JiraComponent
public final class AoGateEvents implements GateEvents, GateSearch, IssueGates {

    private static final int MAX_NEWEST = 200;
    private static final int MAX_ROWS = 10_000;
    private static final int MAX_ISSUES = 200;
    private static final RowOrder<GateEventRow> ORDER = new RowOrder<>(List.of(GateEventRow.AT_MILLIS, GateEventRow.ID),
            row -> List.of(row.getAtMillis(), row.getID()));
    private static final RowOrder<GateEventRow> NEWEST_FIRST = ORDER.reversed();

    private final ActiveObjects ao;

    public AoGateEvents(ActiveObjects ao) {
        this.ao = ao;
    }

    @Override
    public void append(GateEvent event) {
        Map<String, Object> row = new HashMap<>(32);
        event.issueId().ifPresent(id -> row.put(GateEventRow.ISSUE_ID, id));
        row.put(GateEventRow.PROJECT_ID, event.projectId());
        row.put(GateEventRow.ACTION_ID, event.actionId());
        TextColumn.put(row, GateEventRow.WORKFLOW_NAME, event.workflow(), GateEventRow.NAME_LENGTH);
        TextColumn.put(row, GateEventRow.TRANSITION_NAME, event.transition(), GateEventRow.NAME_LENGTH);
        StoredActor actor = StoredActor.of(Abbreviation.cut(event.actor(), GateEventRow.NAME_LENGTH));
        TextColumn.put(row, GateEventRow.ACTOR_KEY, actor.key());
        row.put(GateEventRow.ACTOR_SALT, actor.salt());
        row.put(GateEventRow.ACTOR_HASH, actor.hash());
        row.put(GateEventRow.ASKED_BY, event.source());
        row.put(GateEventRow.POLICY_KEY, event.gate().policy());
        row.put(GateEventRow.POLICY_VERSION, event.gate().version());
        row.put(GateEventRow.GATE_KEY, event.gate().key());
        row.put(GateEventRow.ENFORCEMENT, event.gate().enforcement());
        row.put(GateEventRow.SETTINGS_HASH, event.gate().settingsHash());
        row.put(GateEventRow.VERDICT, event.verdict());
        row.put(GateEventRow.OUTCOME, event.outcome().name());
        TextColumn.put(row, GateEventRow.RULE_RESULTS, RuleResultsColumn.write(event.results()));
        row.put(GateEventRow.AT_MILLIS, event.at().toEpochMilli());
        ao.create(GateEventRow.class, row);
    }

    @Override
    public List<Entry> ofProject(long projectId, long after, int limit) {
        Query newestFirst = Query.select()
                .where("PROJECT_ID = ? AND ID < ?", projectId, after)
                .order("ID DESC")
                .limit(SqlPlaceholders.limit(limit, MAX_NEWEST));
        return ao.executeInTransaction(() -> Arrays.stream(ao.find(GateEventRow.class, newestFirst))
                .map(row -> new Entry(row.getID(), event(row))).toList());
    }

    @Override
    public Page<GateEvent> ofProjects(Collection<Long> projectIds, Period period, Page.Position after, int limit) {
        if (projectIds.isEmpty()) {
            return new Page<>(List.of(), Optional.empty());
        }
        Query query = Query.select()
                .where(SqlPlaceholders.in(GateEventRow.PROJECT_ID, projectIds) + " AND AT_MILLIS >= ? AND AT_MILLIS < ? AND "
                        + ORDER.follows(), SqlPlaceholders.values(projectIds, values(period, after)))
                .order(ORDER.columns()).limit(SqlPlaceholders.limit(limit, MAX_ROWS));
        return ao.executeInTransaction(() -> ORDER.page(ao.find(GateEventRow.class, query), limit, AoGateEvents::event));
    }

    @Override
    public Page<GateEvent> ofIssues(Collection<Long> issueIds, Instant from, Instant until, Page.Position after, int limit) {
        if (issueIds.isEmpty()) {
            return new Page<>(List.of(), Optional.empty());
        }
        SqlPlaceholders.limit(issueIds.size(), MAX_ISSUES);
        Query query = Query.select()
                .where(SqlPlaceholders.in(GateEventRow.ISSUE_ID, issueIds) + " AND AT_MILLIS >= ? AND AT_MILLIS < ? AND "
                        + ORDER.follows(),
                        SqlPlaceholders.values(issueIds,
                                SqlPlaceholders.values(List.of(from.toEpochMilli(), until.toEpochMilli()), ORDER.values(after))))
                .order(ORDER.columns()).limit(SqlPlaceholders.limit(limit, MAX_ROWS));
        return ao.executeInTransaction(() -> ORDER.page(ao.find(GateEventRow.class, query), limit, AoGateEvents::event));
    }

    @Override
    public Page<Entry> find(GateFilter filter, Page.Position after, int limit) {
        List<String> conditions = new ArrayList<>(List.of("AT_MILLIS >= ?", "AT_MILLIS < ?"));
        List<Object> values = new ArrayList<>(List.of(filter.from().toEpochMilli(), filter.until().toEpochMilli()));
        Map<String, Optional<?>> wanted = new LinkedHashMap<>();
        wanted.put(GateEventRow.PROJECT_ID, filter.project());
        wanted.put(GateEventRow.POLICY_KEY, filter.policy());
        wanted.put(GateEventRow.GATE_KEY, filter.gate());
        wanted.put(GateEventRow.TRANSITION_NAME, filter.transition());
        wanted.put(GateEventRow.OUTCOME, filter.outcome().map(Enum::name));
        wanted.put(GateEventRow.ASKED_BY, filter.source());
        wanted.forEach((column, value) -> value.ifPresent(one -> {
            conditions.add(column + " = ?");
            values.add(one);
        }));
        conditions.add(NEWEST_FIRST.follows());
        Query query = Query.select().where(String.join(" AND ", conditions), SqlPlaceholders.values(values, NEWEST_FIRST.values(after)))
                .order(NEWEST_FIRST.columns()).limit(SqlPlaceholders.limit(limit, MAX_ROWS));
        return ao.executeInTransaction(
                () -> NEWEST_FIRST.page(ao.find(GateEventRow.class, query), limit, row -> new Entry(row.getID(), event(row))));
    }

    private static Object[] values(Period period, Page.Position after) {
        return SqlPlaceholders.values(List.of(period.from().toEpochMilli(), period.until().toEpochMilli()), ORDER.values(after));
    }

    /** What a row says. */
    public static GateEvent event(GateEventRow row) {
        Long issue = row.getIssueId();
        return new GateEvent(
                issue == null ? OptionalLong.empty() : OptionalLong.of(issue),
                row.getProjectId(),
                TextColumn.read(row.getWorkflowName()),
                row.getActionId(),
                TextColumn.read(row.getTransitionName()),
                row.getErasureKey() == null ? TextColumn.read(row.getActorKey()) : GateEvent.ERASED,
                row.getAskedBy(),
                new GateEvent.GateVersion(row.getPolicyKey(), row.getPolicyVersion(), row.getGateKey(), row.getEnforcement(),
                        row.getSettingsHash()),
                row.getVerdict(),
                RuleResultsColumn.read(TextColumn.read(row.getRuleResults())),
                Instant.ofEpochMilli(row.getAtMillis()));
    }
}
