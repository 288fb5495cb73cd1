package org.decisiongates.store.waiver;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import net.java.ao.Query;

import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.store.SqlPlaceholders;
import org.decisiongates.store.StepColumns;
import org.decisiongates.store.TextColumn;
import org.decisiongates.waiver.WaivedRule;
import org.decisiongates.waiver.Waiver;
import org.decisiongates.waiver.WaiverStep;
import org.decisiongates.waiver.Waivers;

/** The waivers in the product's database. */
@JiraComponent
public final class AoWaivers implements Waivers {

    private static final int MAX_ISSUES = 200;
    private static final int MAX_FOUND = 1_000;

    private final ActiveObjects ao;

    public AoWaivers(ActiveObjects ao) {
        this.ao = ao;
    }

    @Override
    public List<Waiver> ofIssue(long issueId) {
        return ofIssues(List.of(issueId)).getOrDefault(issueId, List.of());
    }

    @Override
    public Map<Long, List<Waiver>> ofIssues(Collection<Long> issueIds) {
        if (issueIds.isEmpty()) {
            return Map.of();
        }
        SqlPlaceholders.limit(issueIds.size(), MAX_ISSUES);
        Query query = Query.select().where(SqlPlaceholders.in(WaiverStepRow.ISSUE_ID, issueIds), issueIds.toArray()).order("ID");
        return ao.executeInTransaction(() -> Arrays.stream(ao.find(WaiverStepRow.class, query)).map(AoWaivers::step)
                .collect(Collectors.groupingBy(WaiverStep::issueId, Collectors.collectingAndThen(Collectors.toList(), Waiver::of))));
    }

    @Override
    public Optional<Map<Long, List<Waiver>>> around(Collection<Long> issueIds, OptionalLong projectId, Instant endingAfter) {
        if (issueIds.isEmpty() && projectId.isEmpty()) {
            return Optional.of(Map.of());
        }
        List<String> conditions = new ArrayList<>();
        List<Object> values = new ArrayList<>(issueIds);
        if (!issueIds.isEmpty()) {
            conditions.add(SqlPlaceholders.in(WaiverStepRow.ISSUE_ID, issueIds));
        }
        projectId.ifPresent(project -> {
            conditions.add("PROJECT_ID = ? AND UNTIL_MILLIS > ?");
            values.addAll(List.of(project, endingAfter.toEpochMilli()));
        });
        Query query = Query.select().where(String.join(" OR ", conditions), values.toArray()).order("ID").limit(MAX_STEPS + 1);
        List<WaiverStep> steps = ao
                .executeInTransaction(() -> Arrays.stream(ao.find(WaiverStepRow.class, query)).map(AoWaivers::step).toList());
        return steps.size() > MAX_STEPS ? Optional.empty()
                : Optional.of(steps.stream().collect(Collectors.groupingBy(WaiverStep::issueId,
                        Collectors.collectingAndThen(Collectors.toList(), Waiver::of))));
    }

    @Override
    public Set<Long> issuesWithActive(Instant instant, int limit) {
        SqlPlaceholders.limit(limit, MAX_FOUND);
        Set<Long> active = new LinkedHashSet<>();
        Set<Long> looked = new HashSet<>();
        long after = 0;
        WaiverStepRow[] page;
        // what was granted may have been taken back since: of the issues of a page, those that have one still
        do {
            page = granted(after, instant);
            after = page.length == 0 ? after : page[page.length - 1].getID();
            List<Long> issues = Arrays.stream(page).map(WaiverStepRow::getIssueId).filter(looked::add).toList();
            Map<Long, List<Waiver>> waivers = ofIssues(issues);
            issues.stream().filter(issue -> waivers.getOrDefault(issue, List.of()).stream().anyMatch(waiver -> waiver.isActive(instant)))
                    .limit(limit - active.size()).forEach(active::add);
        } while (page.length == MAX_ISSUES && active.size() < limit);
        return active;
    }

    private WaiverStepRow[] granted(long after, Instant instant) {
        Query query = Query.select()
                .where("WAIVER_STATE = ? AND UNTIL_MILLIS > ? AND ID > ?", WaiverStep.State.GRANTED.name(), instant.toEpochMilli(), after)
                .order("ID").limit(MAX_ISSUES);
        return ao.executeInTransaction(() -> ao.find(WaiverStepRow.class, query));
    }

    @Override
    public boolean append(WaiverStep step) {
        Map<String, Object> row = new HashMap<>(16);
        row.put(WaiverStepRow.PROJECT_ID, step.projectId());
        row.put(WaiverStepRow.WAIVER_NUMBER, step.number());
        row.put(WaiverStepRow.WAIVER_STEP, step.step());
        row.put(WaiverStepRow.WAIVER_STATE, step.state().name());
        row.put(WaiverStepRow.POLICY_KEY, step.rule().journalKey());
        row.put(WaiverStepRow.RULE_KEY, step.rule().rule());
        TextColumn.put(row, WaiverStepRow.FIELD_ID, step.rule().field());
        TextColumn.put(row, WaiverStepRow.REASON, step.reason());
        row.put(WaiverStepRow.UNTIL_MILLIS, step.until().toEpochMilli());
        row.put(WaiverStepRow.ACTOR_KEY, step.actor());
        row.put(WaiverStepRow.AT_MILLIS, step.at().toEpochMilli());
        return StepColumns.append(ao, WaiverStepRow.class, step.issueId(), step.number(), step.step(), row);
    }

    private static WaiverStep step(WaiverStepRow row) {
        PolicyVersion policy = PolicyVersion.recorded(row.getPolicyKey(), 0);
        // a state of a newer version of the app is none of those in which a rule may fail
        WaiverStep.State state = WaiverStep.State.named(row.getWaiverState()).orElse(WaiverStep.State.WITHDRAWN);
        return new WaiverStep(row.getIssueId(), row.getProjectId(), row.getWaiverNumber(), row.getWaiverStep(), state,
                new WaivedRule(policy.scope(), policy.key(), row.getRuleKey(), TextColumn.read(row.getFieldId())),
                TextColumn.read(row.getReason()), Instant.ofEpochMilli(row.getUntilMillis()), row.getActorKey(),
                Instant.ofEpochMilli(row.getAtMillis()));
    }
}
