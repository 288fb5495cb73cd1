package org.decisiongates.replay;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import org.decisiongates.issue.Choice;
import org.decisiongates.issue.Criterion;
import org.decisiongates.issue.DecisionPhase;
import org.decisiongates.issue.Evidence;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.Hypothesis;
import org.decisiongates.issue.IssueAttachment;
import org.decisiongates.issue.IssueRecord;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.IssueStatus;
import org.decisiongates.issue.LinkedIssue;
import org.decisiongates.issue.OwnField;
import org.decisiongates.issue.Person;
import org.decisiongates.issue.ProjectVersion;
import org.decisiongates.issue.TradeOff;
import org.decisiongates.policy.Evaluation;
import org.decisiongates.policy.EvaluationContext;
import org.decisiongates.policy.Evaluator;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Gate;
import org.decisiongates.policy.GateComposer;
import org.decisiongates.policy.PolicyReference;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.policy.Scope;
import org.decisiongates.policy.TransitionChanges;
import org.decisiongates.record.RecordParts;
import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.ChangeContext;
import org.decisiongates.timeline.GateEvent;
import org.decisiongates.timeline.HistoryGroup;
import org.decisiongates.timeline.HistoryItem;
import org.decisiongates.timeline.RowAtRevision;
import org.decisiongates.timeline.RowRevision;
import org.decisiongates.waiver.IssueWaivers;
import org.decisiongates.waiver.WaivedRule;
import org.decisiongates.waiver.Waiver;
import org.decisiongates.waiver.WaiverStep;

/**
 * A Decision that people edit, link, record things of and take through gates, drawn at random. It writes the history that Jira would have
 * and the journal that the gates have, and remembers what each gate saw.
 */
final class GeneratedLife {

    static final long ID = 10_200;
    static final long PROJECT = 10_000;
    static final long BLOCKING = 10_300;
    static final long RELATED = 10_301;
    static final Instant MONDAY = Instant.parse("2026-11-16T09:00:00Z");
    static final Field QUESTION = new Field(OwnField.QUESTION.key());
    static final Field TRADE_OFFS = new Field(OwnField.TRADE_OFFS.key());
    static final Field OUTCOME = new Field(OwnField.OUTCOME.key());
    static final Field PRIORITY = Field.PRIORITY;
    static final Field FIX_VERSIONS = new Field("fixVersions");
    static final Field SUMMARY = new Field("summary");
    static final Map<Integer, List<Field>> SCREENS = Map.of(11, List.of(Field.OWNER, Field.DUE_DATE, Field.ACCEPTANCE_CRITERIA, QUESTION),
            21, List.of(Field.OWNER, Field.DUE_DATE, Field.ACCEPTANCE_CRITERIA, TRADE_OFFS, OUTCOME), 31,
            List.of(Field.FALLBACK, Field.DUE_DATE),
            41, List.of(), 22, List.of());
    static final Map<Integer, DecisionPhase> TARGETS = Map.of(11, DecisionPhase.IN_REVIEW, 21, DecisionPhase.DECIDED, 31,
            DecisionPhase.IN_DELIVERY, 41, DecisionPhase.LIVE, 22, DecisionPhase.DRAFT);
    private static final List<Field> EDITED = List.of(Field.OWNER, Field.DUE_DATE, Field.ACCEPTANCE_CRITERIA, QUESTION, TRADE_OFFS,
            OUTCOME, Field.FALLBACK, PRIORITY, FIX_VERSIONS, SUMMARY);
    private static final List<String> TEXTS = List.of("", "TBD", "Keep the old checkout switched on",
            "No support for the old app in spring",
            "Refunds reach the customer within 3 days", "short");
    private static final List<String> PEOPLE = List.of("ann", "bob", "");

    final List<HistoryGroup> history = new ArrayList<>();
    final List<GateEvent> journal = new ArrayList<>();
    final List<Waiver> waivers = new ArrayList<>();
    final List<Change> recordChanges = new ArrayList<>();
    final Map<Long, IssueRecord> rows = new LinkedHashMap<>();
    final Map<GateEvent, Seen> seen = new HashMap<>();
    /** Statuses of the other issues, by the instant from which it had them. */
    final Map<Instant, DecisionPhase> other = new LinkedHashMap<>();
    IssueSnapshot now = IssueSnapshot.EMPTY.with(OUTCOME, "We take the second option")
            .with(new Field(OwnField.OUTCOME_REASON.key()), "It costs least to run")
            .with(new Field(OwnField.REJECTED_OPTIONS.key()), "The first option, which is slow").withAccount(person("ann"))
            .withAccount(person("bob")).inGroup("ann", "leads");
    Instant time = MONDAY;

    private final Random random;
    private final GateComposer composer;
    private long group = 1;
    private long row = 1;

    /** What a gate saw, and in which circumstances. */
    record Seen(IssueSnapshot issue, EvaluationContext context) {
    }

    GeneratedLife(long seed, GateComposer composer) {
        this.random = new Random(seed);
        this.composer = composer;
        other.put(MONDAY, DecisionPhase.DRAFT);
    }

    GeneratedLife live(int steps) {
        IntStream.range(0, steps).forEach(step -> step());
        return this;
    }

    private void step() {
        time = time.plus(Duration.ofSeconds(20 + random.nextInt(20_000)));
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> write("ann", edit(one(EDITED)));
            case 3 -> recordRow();
            case 4 -> link();
            case 5 -> now = now.attached(new IssueAttachment("survey.pdf", "application/pdf", Optional.of("ann"), time));
            case 6 -> other.put(time, one(List.of(DecisionPhase.DRAFT, DecisionPhase.DECIDED)));
            case 7 -> waive();
            default -> attempt(one(List.of(11, 11, 21, 21, 31, 31, 41, 22)));
        }
    }

    private void attempt(int action) {
        lookAtOthers();
        IssueSnapshot before = now;
        boolean byProgram = random.nextInt(8) == 0;
        List<Field> editable = byProgram ? EDITED : SCREENS.get(action);
        Set<Field> changed = new HashSet<>();
        List<HistoryItem> items = new ArrayList<>();
        for (Field field : editable) {
            if (random.nextInt(4) == 0) {
                List<HistoryItem> edits = edit(field);
                if (!edits.isEmpty()) {
                    changed.add(field);
                    items.addAll(edits);
                }
            }
        }
        String comment = one(List.of("", "", "We take the second option, see the notes"));
        String actor = one(List.of("ann", "bob"));
        EvaluationContext context = EvaluationContext.of(time, ZoneOffset.UTC).by(actor).at(new Edits(before, changed, comment))
                .waivedBy(IssueWaivers.of(List.copyOf(waivers), time));
        DecisionPhase target = TARGETS.get(action);
        if (action != 22 && !isLetThrough(action, target, actor, context, byProgram)) {
            now = before;
            return;
        }
        time = time.plusMillis(40 + random.nextInt(3_000));
        if (target != phase()) {
            items.add(new HistoryItem(false, "status", now.status().id(), now.status().name(), target.name(), target.label()));
        }
        if (random.nextInt(3) == 0) {
            // a function of the workflow, behind the gates
            items.addAll(edit(PRIORITY));
        }
        write(actor, items);
        now = now.movedTo(IssueSnapshot.statusOf(target));
    }

    private boolean isLetThrough(int action, DecisionPhase target, String actor, EvaluationContext context, boolean byProgram) {
        Gate gate = composer.gate(new PolicyReference("decision", target.name().toLowerCase(Locale.ROOT).replace('_', '-')), PROJECT,
                "decision");
        Evaluation evaluation = Evaluator.evaluate(gate, now, context);
        GateEvent event = new GateEvent(OptionalLong.of(ID), PROJECT, "Decision workflow", action, "To " + target.label(), actor,
                byProgram ? "BACKGROUND" : "REST",
                new GateEvent.GateVersion(gate.policy().journalKey(), gate.policy().version(), gate.key(),
                        gate.enforcement().name(), gate.settingsHash()),
                evaluation.status().name(), entries(evaluation), time);
        journal.add(event);
        seen.put(event, new Seen(now, context));
        return !evaluation.blocks();
    }

    static List<GateEvent.RuleEntry> entries(Evaluation evaluation) {
        Gate gate = evaluation.gate();
        return IntStream.range(0, evaluation.results().size())
                .mapToObj(i -> new GateEvent.RuleEntry(gate.rules().get(i).shownName(), evaluation.results().get(i).status().name(),
                        gate.enforcementOf(i).name(), Optional.of(gate.policyOf(i)).filter(policy -> !policy.equals(gate.policy())),
                        evaluation.results().get(i).findings().stream().map(Finding::key).toList()))
                .toList();
    }

    private List<HistoryItem> edit(Field field) {
        if (field.equals(Field.OWNER)) {
            String before = now.person(field).map(Person::key).orElse("");
            String after = one(PEOPLE);
            now = after.isEmpty() ? now.empty(field) : now.with(field, person(after));
            return item(true, field, before, name(before), after, name(after));
        }
        if (field.equals(Field.DUE_DATE)) {
            String before = now.date(field).map(LocalDate::toString).orElse("");
            LocalDate day = LocalDate.ofInstant(time, ZoneOffset.UTC).plusDays(random.nextInt(60) - 5);
            boolean none = random.nextInt(4) == 0;
            now = none ? now.empty(field) : now.with(field, day);
            String after = none ? "" : day.toString();
            return item(false, field, before, before.isEmpty() ? "" : before + " 00:00:00.0", after,
                    after.isEmpty() ? "" : after + " 00:00:00.0");
        }
        if (field.equals(PRIORITY)) {
            String before = now.choices(field).stream().findFirst().map(Choice::id).orElse("");
            String after = one(List.of("1", "2", "3"));
            now = now.with(field, new Choice(after, "P" + after));
            return item(false, field, before, before.isEmpty() ? "" : "P" + before, after, "P" + after);
        }
        if (field.equals(FIX_VERSIONS)) {
            return version();
        }
        String before = now.text(field);
        String after = one(TEXTS);
        now = after.isEmpty() ? now.empty(field) : now.with(field, after);
        return item(!field.equals(SUMMARY), field, "", before, "", after);
    }

    private List<HistoryItem> version() {
        List<ProjectVersion> before = now.versions(FIX_VERSIONS);
        ProjectVersion version = aVersion(one(List.of("1", "2")));
        List<ProjectVersion> after = new ArrayList<>(before);
        boolean came = !after.remove(version) && after.add(version);
        now = after.isEmpty() ? now.empty(FIX_VERSIONS) : now.with(FIX_VERSIONS, after.toArray(ProjectVersion[]::new));
        return List.of(came ? new HistoryItem(false, "Fix Version", "", "", version.id(), version.name())
                : new HistoryItem(false, "Fix Version", version.id(), version.name(), "", ""));
    }

    static ProjectVersion aVersion(String id) {
        return new ProjectVersion(id, "R" + id, Optional.empty(), false);
    }

    private void recordRow() {
        IssueRecord before = rows.isEmpty() || random.nextBoolean() ? null : one(List.copyOf(rows.values()));
        long id = before == null ? row++ : rows.entrySet().stream().filter(one -> one.getValue() == before).findFirst().get().getKey();
        IssueRecord after = before != null && random.nextInt(3) == 0 ? null
                : row().withId(id);
        if (before != null && after != null && before.kind() != after.kind()) {
            return;
        }
        recordChanges.add(0, new ChangeContext(ID, "SHOP-7", PROJECT, Change.Kind.DECISION, "ann", time).entry("record-" + id + "-1",
                Change.Item.RECORD, Long.toString(id), before == null ? "" : RecordParts.text(before),
                after == null ? "" : RecordParts.text(after)));
        if (after == null) {
            rows.remove(id);
        } else {
            rows.put(id, after);
        }
        IssueSnapshot bare = new IssueSnapshot(now.status(), now.values(), now.absent(), now.links(), now.visited(), now.groups(),
                now.roles(), now.comments(), now.attachments(), org.decisiongates.issue.IssueRecords.NONE, now.followUps(), now.threads(),
                now.disputes(),
                now.approvals(), now.approvedScope(),
                now.accounts());
        for (IssueRecord one : rows.values()) {
            bare = bare.recording(one);
        }
        now = bare;
    }

    private IssueRecord row() {
        String text = one(TEXTS.subList(1, 5));
        return switch (random.nextInt(5)) {
            case 0, 1 -> new Criterion(text, Optional.empty(), Optional.empty(), one(List.of(Criterion.State.values())));
            case 2 -> Hypothesis.open(text, "Figures", LocalDate.ofInstant(time, ZoneOffset.UTC).plusDays(random.nextInt(20) - 5))
                    .with(one(List.of(Hypothesis.State.VALIDATED, Hypothesis.State.VALIDATED, Hypothesis.State.OPEN)), "Seen");
            case 3 -> new Evidence(text, Evidence.Source.LINK, "https://example.org/pilot", Optional.empty(),
                    rows.entrySet().stream().filter(one -> one.getValue() instanceof Hypothesis).map(Map.Entry::getKey).findFirst());
            default -> new TradeOff(text, "", Optional.of("ann"));
        };
    }

    private void link() {
        boolean blocking = random.nextBoolean();
        LinkedIssue.Link link = blocking ? new LinkedIssue.Link("2", false, true) : new LinkedIssue.Link("1", true, false);
        String key = blocking ? "SHOP-8" : "SHOP-9";
        String sentence = (blocking ? "This issue is blocked by " : "This issue relates to ") + key;
        List<LinkedIssue> links = new ArrayList<>(now.links());
        if (links.removeIf(linked -> linked.link().equals(link))) {
            write("bob", List.of(new HistoryItem(false, "Link", key, sentence, "", "")));
        } else {
            links.add(LinkedIssue.visible(link, blocking ? BLOCKING : RELATED, key, blocking ? "decision" : "task", otherAt(time)));
            write("bob", List.of(new HistoryItem(false, "Link", "", "", key, sentence)));
        }
        relink(links);
    }

    private void relink(List<LinkedIssue> links) {
        now = new IssueSnapshot(now.status(), now.values(), now.absent(), links, now.visited(), now.groups(), now.roles(), now.comments(),
                now.attachments(), now.records(), now.followUps(), now.threads(), now.disputes(), now.approvals(), now.approvedScope(),
                now.accounts());
    }

    /** Linked issues as they stand at this moment. */
    private void lookAtOthers() {
        relink(now.links().stream().map(linked -> LinkedIssue.visible(linked.link(), linked.storedId(), linked.key().get(), linked.type(),
                otherAt(time))).toList());
    }

    /** Where the other issues stood, which move together. */
    IssueStatus otherAt(Instant at) {
        return IssueSnapshot.statusOf(other.entrySet().stream().filter(step -> !step.getKey().isAfter(at)).reduce((one, later) -> later)
                .orElseThrow().getValue());
    }

    private void waive() {
        if (waivers.isEmpty()) {
            WaiverStep asked = new WaiverStep(ID, PROJECT, 1, 1, WaiverStep.State.ASKED,
                    new WaivedRule(Scope.GLOBAL, "decision", "has-due-date", "duedate"), "", time.plus(Duration.ofDays(20)), "bob", time);
            waivers.add(new Waiver(List.of(asked, asked.next(WaiverStep.State.GRANTED, "", "ann", time))));
        } else if (waivers.get(0).state() == WaiverStep.State.GRANTED) {
            List<WaiverStep> steps = new ArrayList<>(waivers.get(0).steps());
            steps.add(waivers.get(0).newest().next(WaiverStep.State.WITHDRAWN, "", "ann", time));
            waivers.set(0, new Waiver(steps));
        }
    }

    private DecisionPhase phase() {
        return DecisionPhase.valueOf(now.status().id());
    }

    private void write(String actor, List<HistoryItem> items) {
        if (!items.isEmpty()) {
            history.add(new HistoryGroup(group++, actor, time, items));
        }
    }

    private static List<HistoryItem> item(boolean custom, Field field, String from, String fromText, String to, String toText) {
        return from.equals(to) && fromText.equals(toText) ? List.of()
                : List.of(new HistoryItem(custom, custom ? "Name of " + field.id() : field.id(), from, fromText, to, toText));
    }

    /** The rows as they are stored. */
    List<RowAtRevision<IssueRecord>> stored() {
        return rows.entrySet().stream().map(one -> new RowAtRevision<>(new RowRevision(one.getKey(), 1), one.getValue()))
                .toList();
    }

    static Person person(String key) {
        return new Person(key, name(key), true, true);
    }

    private static String name(String key) {
        return key.isEmpty() ? "" : key.toUpperCase(Locale.ROOT);
    }

    static PolicyVersion shipped() {
        return new PolicyVersion("decision", 1);
    }

    private <T> T one(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** What an attempt changes. */
    private record Edits(IssueSnapshot before, Set<Field> changed, String comment) implements TransitionChanges {

        @Override
        public boolean changes(Field field) {
            return changed.contains(field);
        }

        @Override
        public boolean namedBefore(Field field, String userKey) {
            return before.people(field).stream().anyMatch(person -> person.key().equals(userKey));
        }
    }
}
