package org.decisiongates.metric;

import static org.decisiongates.fixture.ChangeBuilder.aChange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.decisiongates.issue.Evidence;
import org.decisiongates.issue.Hypothesis;
import org.decisiongates.issue.ImpactLine;
import org.decisiongates.record.RecordParts;
import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.Change.Item;
import org.decisiongates.timeline.Change.Kind;
import org.decisiongates.timeline.InitialState;

/** Tells what happened to one issue, as the journal would. Times are UTC without the Z. */
public final class History {

    public static final long PROJECT = 10_000;
    public static final long ELSEWHERE = 10_001;

    private final long id;
    private final Kind kind;
    private final List<Change> changes = new ArrayList<>();
    private long project = PROJECT;
    private long group = 100;
    private String phase;
    private String owner = "lead";
    private Optional<LocalDate> due = Optional.empty();
    private boolean facing;
    private boolean fallback;
    private Optional<LocalDate> start = Optional.empty();
    private Optional<LocalDate> launch = Optional.empty();

    private History(long id, Kind kind, String phase) {
        this.id = id;
        this.kind = kind;
        this.phase = phase;
    }

    public static History decision(long id) {
        return new History(id, Kind.DECISION, "DRAFT");
    }

    public static History blocker(long id) {
        return new History(id, Kind.BLOCKER, "OPEN");
    }

    static List<Change> all(Collection<History> histories) {
        return histories.stream().flatMap(history -> history.changes().stream()).toList();
    }

    public History ownedBy(String user) {
        owner = user;
        return this;
    }

    public History due(String day) {
        due = Optional.of(LocalDate.parse(day));
        return this;
    }

    History forRelease(String from, String to) {
        start = Optional.of(LocalDate.parse(from));
        launch = Optional.of(LocalDate.parse(to));
        return this;
    }

    History customerFacing() {
        facing = true;
        return this;
    }

    History withFallback() {
        fallback = true;
        return this;
    }

    History customerFacing(boolean now, String at) {
        return row(next(), Item.CUSTOMER_FACING, "", now ? "" : "yes", now ? "yes" : "", at);
    }

    History fallback(boolean now, String at) {
        return row(next(), Item.FALLBACK, "", now ? "" : "yes", now ? "yes" : "", at);
    }

    public History in(long otherProject) {
        project = otherProject;
        return this;
    }

    public History created(String at) {
        return row(Change.CREATION, Item.CREATED, "", "", beginning(), at);
    }

    public History created(String at, String initially) {
        phase = initially;
        return created(at);
    }

    public History to(String next, String at) {
        String before = phase;
        phase = next;
        return row(next(), Item.PHASE, "", before, next, at);
    }

    public History owner(String user, String at) {
        String before = owner;
        owner = user;
        return row(next(), Item.OWNER, "", before, user, at);
    }

    public History due(String day, String at) {
        String before = due.map(LocalDate::toString).orElse("");
        due = Optional.of(day).filter(text -> !text.isEmpty()).map(LocalDate::parse);
        return row(next(), Item.DUE, "", before, day, at);
    }

    public History scope(String at) {
        return row(next(), Item.SCOPE, "", "", "", at);
    }

    public History blockedBy(long blocker, String at) {
        return row(next(), Item.LINK, String.valueOf(blocker), "", "SHOP-" + blocker, at);
    }

    History replacedBy(long successor, String at) {
        return row(next(), Item.SUCCESSOR, String.valueOf(successor), "", "SHOP-" + successor, at);
    }

    History line(String line, ImpactLine value, String at) {
        return row("impact-" + line + "-" + next(), Item.IMPACT, line, "", value.text(), at);
    }

    History noLine(String line, String at) {
        return row("impact-" + line + "-" + next(), Item.IMPACT, line, "something", "", at);
    }

    History hypothesis(long row, Hypothesis value, String at) {
        return row("record-" + row + "-" + next(), Item.RECORD, String.valueOf(row), "", RecordParts.text(value), at);
    }

    History noHypothesis(long row, Hypothesis was, String at) {
        return row("record-" + row + "-" + next(), Item.RECORD, String.valueOf(row), RecordParts.text(was), "", at);
    }

    History evidence(long row, long hypothesis, String at) {
        return row("record-" + row + "-" + next(), Item.RECORD, String.valueOf(row), "", RecordParts.text(testing(hypothesis)), at);
    }

    History noEvidence(long row, long hypothesis, String at) {
        return row("record-" + row + "-" + next(), Item.RECORD, String.valueOf(row), RecordParts.text(testing(hypothesis)), "", at);
    }

    private static Evidence testing(long hypothesis) {
        return new Evidence("Figures", Evidence.Source.LINK, "https://example.org/pilot", Optional.empty(), Optional.of(hypothesis));
    }

    public History movedTo(long otherProject, String at) {
        String move = next();
        row(move, Item.MOVED, Change.LEFT, "SHOP-" + id, "OTHER-" + id, at);
        project = otherProject;
        return row(move, Item.CREATED, "", "", beginning(), at);
    }

    public History deleted(String at) {
        return row(next(), Item.DELETED, "", "", "", at);
    }

    public History row(String changeGroup, Item item, String subject, String from, String to, String at) {
        changes.add(aChange().issue(id, (project == PROJECT ? "SHOP-" : "OTHER-") + id).in(project).kind(kind).group(changeGroup).item(item)
                .subject(subject).from(from).to(to).at(Instant.parse(at + "Z")).change());
        return this;
    }

    public List<Change> changes() {
        return List.copyOf(changes);
    }

    private String beginning() {
        return new InitialState(phase, owner, due, facing, fallback, start, launch).text();
    }

    private String next() {
        return String.valueOf(++group);
    }
}
