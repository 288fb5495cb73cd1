package org.decisiongates.jira.takeout;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.customfields.option.Option;
import com.atlassian.jira.issue.security.IssueSecurityLevel;
import com.atlassian.jira.issue.security.IssueSecurityLevelManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.approval.ApprovalStep;
import org.decisiongates.approval.ApprovalSteps;
import org.decisiongates.approval.SealedApprovalStep;
import org.decisiongates.impact.ImpactLines;
import org.decisiongates.issue.Criterion;
import org.decisiongates.issue.ImpactLine;
import org.decisiongates.issue.IssueRecord;
import org.decisiongates.issue.OwnField;
import org.decisiongates.jira.platform.fields.OwnFields;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.issuetype.OwnStatus;
import org.decisiongates.jira.platform.search.HiddenIssueFilter;
import org.decisiongates.jira.platform.time.JiraDay;
import org.decisiongates.record.RecordPart;
import org.decisiongates.record.RecordParts;
import org.decisiongates.record.Records;
import org.decisiongates.review.OwnerActionWindow;
import org.decisiongates.review.ReviewThread;
import org.decisiongates.review.ReviewThreads;
import org.decisiongates.review.ThreadAnchor;
import org.decisiongates.takeout.NumberedValues;
import org.decisiongates.takeout.TakenApproval;
import org.decisiongates.takeout.TakenGate;
import org.decisiongates.takeout.TakenIssue;
import org.decisiongates.takeout.TakenThread;
import org.decisiongates.takeout.TakenWaiver;
import org.decisiongates.text.NamedValues;
import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.Changes;
import org.decisiongates.timeline.GateEvent;
import org.decisiongates.timeline.IssueGates;
import org.decisiongates.timeline.Page;
import org.decisiongates.timeline.RowAtRevision;
import org.decisiongates.waiver.Waiver;
import org.decisiongates.waiver.Waivers;

/**
 * Takes out issues, with all that the app stores of them: seven statements for at most 200 issues, one more for every 5 000 entries
 * that the journal of gates has of them, one search for every 1 000 follow-ups, and what their links cost.
 */
@JiraComponent
class TakeOutIssueReader {

    private static final int MAX_GATES = 5_000;
    /** Behind every moment that the journal can hold. */
    private static final Instant FOREVER = Instant.ofEpochMilli(Long.MAX_VALUE);

    private final OwnIssueTypes types;
    private final OwnFields fields;
    private final CustomFieldManager customFields;
    private final IssueSecurityLevelManager levels;
    private final LinksOfIssues links;
    private final HiddenIssueFilter hidden;
    private final Records records;
    private final ImpactLines impact;
    private final Waivers waivers;
    private final ReviewThreads threads;
    private final ApprovalSteps approvals;
    private final IssueGates journal;
    private final Changes changes;

    TakeOutIssueReader(OwnIssueTypes types, OwnFields fields, CustomFieldManager customFields,
            IssueSecurityLevelManager levels, LinksOfIssues links, HiddenIssueFilter hidden, Records records,
            ImpactLines impact, Waivers waivers, ReviewThreads threads, ApprovalSteps approvals, IssueGates journal, Changes changes) {
        this.types = types;
        this.fields = fields;
        this.customFields = customFields;
        this.levels = levels;
        this.links = links;
        this.hidden = hidden;
        this.records = records;
        this.impact = impact;
        this.waivers = waivers;
        this.threads = threads;
        this.approvals = approvals;
        this.journal = journal;
        this.changes = changes;
    }

    /** @param issues Decisions and Blockers that the reader may browse */
    List<TakenIssue> take(List<Issue> issues, ApplicationUser reader, TakenPeople people) {
        List<Long> ids = issues.stream().map(Issue::getId).toList();
        Map<Long, List<RowAtRevision<IssueRecord>>> recorded = records.ofIssues(ids);
        Map<Long, String> followUps = hidden.keysOf(recorded.values().stream().flatMap(List::stream).map(RowAtRevision::row)
                .filter(Criterion.class::isInstance).flatMap(row -> ((Criterion) row).followUp().stream()).toList(), reader);
        Map<Long, List<RowAtRevision<ImpactLine>>> lines = impact.ofIssues(ids);
        Map<Long, List<Waiver>> waived = waivers.ofIssues(ids);
        Map<Long, List<ReviewThread>> discussed = threads.ofIssues(ids);
        Map<Long, List<SealedApprovalStep>> approved = approvals.ofIssues(ids);
        Map<Long, List<TakenGate>> gates = gates(ids, people);
        Map<Long, Change> phases = lastPhases(ids);
        Map<Long, LinksOfIssues.Links> linked = links.of(issues, reader);
        List<TakenIssue> taken = new ArrayList<>();
        for (Issue issue : issues) {
            OwnIssueType type = types.of(issue).orElseThrow();
            LinksOfIssues.Links ends = linked.get(issue.getId());
            Optional<String> phase = types.phaseOf(type, issue.getProjectId(), issue.getStatusId()).map(OwnStatus::phase);
            taken.add(new TakenIssue(issue.getId(), issue.getKey(), type.key(), text(issue.getSummary()), text(issue.getDescription()),
                    issue.getStatus().getName(), phase, statusSince(issue, phase, phases.get(issue.getId())),
                    issue.getCreated().toInstant(), issue.getUpdated().toInstant(),
                    Optional.ofNullable(issue.getDueDate()).map(JiraDay::of),
                    Optional.ofNullable(issue.getSecurityLevelId()).map(this::level),
                    fields(issue, people), ends.seen(), ends.hidden(),
                    recorded.getOrDefault(issue.getId(), List.of()).stream().map(row -> row(row, people, followUps)).toList(),
                    lines.getOrDefault(issue.getId(), List.of()).stream()
                            .map(line -> new NumberedValues(line.revision().id(), NamedValues.read(line.row().text()))).toList(),
                    waived.getOrDefault(issue.getId(), List.of()).stream().map(waiver -> waiver(waiver, people)).toList(),
                    Optional.of(discussed.getOrDefault(issue.getId(), List.of()).stream().map(thread -> thread(thread, people)).toList()),
                    Optional.of(
                            approved.getOrDefault(issue.getId(), List.of()).stream().map(step -> approval(step.step(), people)).toList()),
                    gates.getOrDefault(issue.getId(), List.of())));
        }
        return taken;
    }

    /** The last change of the phase of each, by id. */
    private Map<Long, Change> lastPhases(List<Long> ids) {
        Map<Long, Change> last = new HashMap<>();
        changes.recorded(ids).stream().filter(change -> change.item() == Change.Item.PHASE)
                .forEach(change -> last.merge(change.issueId(), change, (one, other) -> other.at().isBefore(one.at()) ? one : other));
        return last;
    }

    /** When it entered its status, unless the journal knows of another one. */
    private static Optional<Instant> statusSince(Issue issue, Optional<String> phase, Change last) {
        return Optional.ofNullable(last)
                .filter(change -> phase.filter(change.to()::equals).isPresent() || change.to().equals("status:" + issue.getStatusId()))
                .map(Change::at);
    }

    private Map<Long, List<TakenGate>> gates(List<Long> ids, TakenPeople people) {
        Map<Long, List<TakenGate>> gates = new HashMap<>();
        Optional<Page.Position> next = Optional.of(Page.Position.START);
        while (next.isPresent()) {
            Page<GateEvent> page = journal.ofIssues(ids, Instant.EPOCH, FOREVER, next.get(), MAX_GATES);
            page.rows().forEach(event -> event.issueId()
                    .ifPresent(issue -> gates.computeIfAbsent(issue, id -> new ArrayList<>()).add(gate(event, people))));
            next = page.next();
        }
        return gates;
    }

    private static TakenGate gate(GateEvent event, TakenPeople people) {
        return new TakenGate(event.at(), event.transition(), people.ofKey(event.actor()), event.source(), event.gate().policy(),
                event.gate().version(), event.gate().key(), event.outcome().name(), event.failedRules());
    }

    private Map<String, String> fields(Issue issue, TakenPeople people) {
        Map<String, String> texts = new TreeMap<>();
        for (OwnField field : OwnField.values()) {
            fields.idOf(field).map(customFields::getCustomFieldObject).map(issue::getCustomFieldValue).map(value -> value(value, people))
                    .filter(value -> !value.isEmpty()).ifPresent(value -> texts.put(field.key(), value));
        }
        return texts;
    }

    private static String value(Object value, TakenPeople people) {
        if (value instanceof ApplicationUser user) {
            return people.of(user);
        }
        if (value instanceof Date midnight) {
            return JiraDay.of(midnight).toString();
        }
        return value instanceof Option option ? option.getValue() : value.toString();
    }

    /** @param followUps keys of those that the reader may see, by id; another one is left out */
    private static NumberedValues row(RowAtRevision<IssueRecord> stored, TakenPeople people, Map<Long, String> followUps) {
        Map<String, String> values = NamedValues.read(RecordParts.text(stored.row()));
        RecordPart.of(stored.row().kind()).stream().filter(part -> part.form() == RecordPart.Form.PERSON)
                .forEach(part -> values.computeIfPresent(part.key(), (name, key) -> people.ofKey(key)));
        values.computeIfPresent(RecordPart.FOLLOW_UP.key(), (name, id) -> followUps.get(Long.valueOf(id)));
        return new NumberedValues(stored.revision().id(), values);
    }

    private static TakenWaiver waiver(Waiver waiver, TakenPeople people) {
        return new TakenWaiver(waiver.number(), waiver.rule().journalKey(), waiver.rule().rule(), waiver.rule().field(), waiver.until(),
                waiver.steps().stream().map(step -> new TakenWaiver.Step(step.state().name(), people.ofKey(step.actor()), step.at(),
                        step.reason())).toList());
    }

    private static TakenThread thread(ReviewThread thread, TakenPeople people) {
        ThreadAnchor anchor = thread.subject().anchor();
        return new TakenThread(thread.number(), anchor.section().key(),
                anchor.row().isPresent() ? Optional.of(anchor.row().getAsLong()) : Optional.empty(), thread.subject().objective(),
                anchor.quoted(), thread.state().name(), thread.window().map(OwnerActionWindow::due),
                thread.steps().stream().map(step -> new TakenThread.Step(step.kind().name(), people.ofKey(step.actor()), step.at(),
                        step.text())).toList());
    }

    private static TakenApproval approval(ApprovalStep step, TakenPeople people) {
        return new TakenApproval(step.step(), step.word(), step.requirements(), step.content(), people.ofKey(step.actor()),
                step.onBehalfOf().map(people::ofKey), step.at(), step.comment(), Optional.of(step.reauthenticated()));
    }

    /** Its id where Jira does not know its name: the issue is still not for everybody. */
    private String level(Long id) {
        return Optional.ofNullable(levels.getSecurityLevel(id)).map(IssueSecurityLevel::getName).orElse(String.valueOf(id));
    }

    private static String text(String typed) {
        return typed == null ? "" : typed;
    }
}
