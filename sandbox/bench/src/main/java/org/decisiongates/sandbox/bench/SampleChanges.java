package org.decisiongates.sandbox.bench;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

import org.decisiongates.issue.ImpactLine;
import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.Change.Item;
import org.decisiongates.timeline.Change.Kind;
import org.decisiongates.timeline.InitialState;

/**
 * The journal of a busy project over a year, as long as is wanted, made up on the way and kept nowhere: five entries an issue, two
 * Decisions to one Blocker; most are settled, some are blocked, moved on, put off, given away, and some expect something. The same every
 * time.
 */
final class SampleChanges {

    static final long PROJECT = 10_000;
    /** A week that all of it lies around. */
    static final String WEEK = "2026-W47";

    private static final int CHANGES_OF_AN_ISSUE = 5;
    private static final long FIRST_DAY = LocalDate.of(2025, 12, 1).toEpochDay();
    private static final int DAYS = 360;
    private static final List<String> DECISION = List.of("DRAFT", "IN_REVIEW", "DECIDED", "IN_DELIVERY", "LIVE", "CLOSED");
    private static final List<String> BLOCKER = List.of("OPEN", "RESOLVING", "ESCALATED", "RESOLVED", "OPEN", "ACCEPTED");

    private final Random random = new Random(47);
    private final Consumer<Change> reader;
    private long issue;
    private Kind kind = Kind.DECISION;
    private Instant at = Instant.EPOCH;
    private int phase;

    private SampleChanges(Consumer<Change> reader) {
        this.reader = reader;
    }

    static void generate(int count, Consumer<Change> reader) {
        SampleChanges changes = new SampleChanges(reader);
        for (int i = 0; i < count; i++) {
            changes.tellOne(i % CHANGES_OF_AN_ISSUE);
        }
    }

    private void tellOne(int place) {
        if (place == 0) {
            begin();
        } else {
            at = at.plusSeconds(1 + random.nextInt(6 * 86_400));
            change(place);
        }
    }

    private void begin() {
        issue++;
        kind = issue % 3 == 0 ? Kind.BLOCKER : Kind.DECISION;
        phase = 0;
        LocalDate day = LocalDate.ofEpochDay(FIRST_DAY + random.nextInt(DAYS));
        at = Instant.ofEpochSecond(day.toEpochDay() * 86_400 + random.nextInt(86_400));
        row(Change.CREATION, Item.CREATED, "", "", new InitialState(phases().get(0), owner(), Optional.of(day.plusDays(14)), false, true,
                Optional.of(day.minusDays(10)), Optional.of(day.plusDays(30))).text());
    }

    private void change(int place) {
        String group = String.valueOf(issue * 10 + place);
        switch (random.nextInt(12)) {
            case 0 -> row(group, Item.OWNER, "", "", owner());
            case 1 -> row(group, Item.DUE, "", "", LocalDate.ofEpochDay(at.getEpochSecond() / 86_400 + 20).toString());
            case 2 -> row(group, Item.LINK, String.valueOf(issue - issue % 3), "", "SHOP-" + (issue - issue % 3));
            case 3 -> row("impact-" + issue + "-1", Item.IMPACT, String.valueOf(issue), "", line());
            default -> {
                String from = phases().get(phase);
                phase = Math.min(phase + 1, phases().size() - 1);
                row(group, Item.PHASE, "", from, phases().get(phase));
            }
        }
    }

    private String line() {
        return new ImpactLine("Number " + random.nextInt(20), "%", ImpactLine.Direction.UP, BigDecimal.ZERO,
                BigDecimal.valueOf(random.nextInt(400) - 200, 1),
                BigDecimal.valueOf(random.nextInt(101), 2), Optional.empty(), Optional.empty()).text();
    }

    private String owner() {
        return "user-" + random.nextInt(40);
    }

    private List<String> phases() {
        return kind == Kind.DECISION ? DECISION : BLOCKER;
    }

    private void row(String group, Item item, String subject, String from, String to) {
        reader.accept(new Change(issue, "SHOP-" + issue, PROJECT, kind, group, item, subject, from, to, "user-1", at));
    }
}
