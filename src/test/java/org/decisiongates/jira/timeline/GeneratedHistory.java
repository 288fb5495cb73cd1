package org.decisiongates.jira.timeline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.CurrentLink;
import org.decisiongates.timeline.HistoryGroup;
import org.decisiongates.timeline.HistoryItem;
import org.decisiongates.timeline.IssueState;

/**
 * One issue's life as it really was, and what Jira wrote down of it: three nodes whose clocks are up to four minutes off and who are
 * given ids in blocks, changes in one millisecond, several steps in one entry, moves, deleted and unknown statuses, renamed fields and
 * link types. What must be said of it is worked out here from the life itself and shares no code with the app.
 */
final class GeneratedHistory {

    static final long SHOP = 10_000;
    private static final Instant MONDAY = Instant.parse("2026-11-16T12:00:00Z");
    private static final List<String> OPEN = List.of("DRAFT", "IN_REVIEW", "OPEN", "RESOLVING", "ESCALATED");
    private static final List<String> DECISION = List.of("DRAFT", "IN_REVIEW", "DECIDED", "IN_DELIVERY", "LIVE", "CLOSED", "REJECTED",
            "SUPERSEDED", "status:91", "status:92");
    private static final List<String> BLOCKER = List.of("OPEN", "RESOLVING", "ESCALATED", "RESOLVED", "ACCEPTED", "FALLBACK_INVOKED",
            "status:91", "status:92");
    private static final List<String> PEOPLE = List.of("", "JIRAUSER10000", "JIRAUSER10001", "JIRAUSER10002");
    private static final List<String> READINGS = List.of("is blocked by", "wird blockiert von", "est bloqué par");

    final AnInstallation jira = new AnInstallation().withLinkType(1, "Blocks", "is blocked by", "blocks");
    /** In no order. */
    final List<HistoryGroup> groups = new ArrayList<>();
    final boolean decision;
    /** When the step was told by which it was settled last, if it was. */
    Optional<Instant> settledAt = Optional.empty();
    boolean wasOpenHere;
    long links;
    State now;
    final State first;
    private final Random random;
    private final List<String> phases;
    private final Duration[] clocks = new Duration[3];
    private final long[] ids = new long[3];
    private final boolean withForeignField;
    private long blocks = 10_100;
    private Instant at = MONDAY;
    private int reading;

    /** How it stands; {@code phase} is {@code status:<id>} where a status stands for none. */
    record State(String phase, String owner, String due, boolean facing, boolean fallback, long project) {

        State project(long target) {
            return new State(phase, owner, due, facing, fallback, target);
        }
    }

    GeneratedHistory(long seed) {
        random = new Random(seed);
        decision = random.nextInt(3) > 0;
        phases = decision ? DECISION : BLOCKER;
        jira.noticeNames();
        jira.deletedStatuses.add("92");
        List.of("lead", "owner", "other").forEach(name -> jira.users.put(name, PEOPLE.get(1 + jira.users.size())));
        withForeignField = random.nextInt(10) == 0;
        if (withForeignField) {
            jira.foreignFields.add("Owner");
        }
        for (int node = 0; node < clocks.length; node++) {
            clocks[node] = withForeignField ? Duration.ZERO : Duration.ofSeconds(random.nextInt(481) - 240L);
        }
        first = new State(phases.get(random.nextInt(10) == 0 ? random.nextInt(phases.size()) : 0), one(PEOPLE), "", random.nextBoolean(),
                random.nextBoolean(), SHOP);
        now = first;
        passes(first.phase());
        for (int step = random.nextInt(12); step > 0; step--) {
            happens();
        }
        Collections.shuffle(groups, random);
    }

    IssueState standing() {
        return standing(now);
    }

    /** What an import leaves out, or somebody changed past Jira: up to two entries are lost, and the status may be another one. */
    void cut() {
        for (int i = random.nextInt(3); i > 0; i--) {
            List<HistoryGroup> cuttable = groups.stream()
                    .filter(group -> group.items().stream().noneMatch(item -> item.field().equals("project"))).toList();
            if (!cuttable.isEmpty()) {
                groups.remove(one(cuttable));
            }
        }
        if (random.nextBoolean()) {
            now = new State(one(phases), one(PEOPLE), now.due(), random.nextBoolean(), now.fallback(), now.project());
        }
    }

    /** All that were ever made, told of or not. */
    List<CurrentLink> linksNow() {
        List<CurrentLink> present = new ArrayList<>();
        for (long link = 1; link <= links; link++) {
            present.add(new CurrentLink(Change.Item.LINK, link, "RISK-" + link));
        }
        return present;
    }

    boolean isOpen() {
        return OPEN.contains(now.phase());
    }

    boolean isSettled() {
        return isSettled(now.phase());
    }

    private void happens() {
        boolean moves = random.nextInt(12) == 0;
        at = at.plus(moves ? Duration.ofMinutes(40) : switch (random.nextInt(3)) {
            case 0 -> Duration.ZERO;
            case 1 -> Duration.ofMillis(random.nextInt(120_000));
            default -> Duration.ofMinutes(11 + random.nextInt(240));
        });
        List<HistoryItem> items = new ArrayList<>();
        if (moves) {
            move(items);
            at = at.plus(Duration.ofMinutes(20));
        } else {
            change(items);
        }
    }

    private void move(List<HistoryItem> items) {
        long target = now.project() == SHOP ? SHOP + 1 : SHOP;
        items.add(item("project", Long.toString(now.project()), "", Long.toString(target), ""));
        items.add(item("Key", "", key(now), "", key(now.project(target))));
        now = now.project(target);
        if (random.nextBoolean()) {
            step(items, one(phases));
        }
        passes(now.phase());
        tell(items);
        at = at.plus(Duration.ofMinutes(20));
    }

    private void change(List<HistoryItem> items) {
        switch (random.nextInt(9)) {
            case 0 -> owner(items);
            case 1 -> {
                String due = random.nextInt(3) == 0 ? "" : "2026-12-" + (10 + random.nextInt(20));
                items.add(item("duedate", "", now.due(), due, due.isEmpty() ? "" : due + " 00:00:00.0"));
                now = new State(now.phase(), now.owner(), due, now.facing(), now.fallback(), now.project());
            }
            case 2 -> {
                items.add(custom("customer-facing", "", now.facing() ? "Yes" : "No", "", now.facing() ? "No" : "Yes"));
                now = new State(now.phase(), now.owner(), now.due(), !now.facing(), now.fallback(), now.project());
            }
            case 3 -> {
                items.add(custom("fallback", "", now.fallback() ? "The old way." : "", "", now.fallback() ? "" : "The old way."));
                now = new State(now.phase(), now.owner(), now.due(), now.facing(), !now.fallback(), now.project());
            }
            case 4 -> link(items);
            case 5 -> rename();
            default -> {
                for (int steps = 1 + random.nextInt(3); steps > 0; steps--) {
                    String before = now.phase();
                    step(items, one(phases.stream().filter(phase -> !phase.equals(before)).toList()));
                    passes(now.phase());
                }
                if (random.nextInt(4) == 0) {
                    owner(items);
                }
            }
        }
        if (!items.isEmpty()) {
            Collections.shuffle(items, random);
            tell(items);
        }
    }

    private void step(List<HistoryItem> items, String phase) {
        if (!phase.equals(now.phase())) {
            items.add(item("status", status(now.phase()), name(now.phase()), status(phase), name(phase)));
            now = new State(phase, now.owner(), now.due(), now.facing(), now.fallback(), now.project());
        }
    }

    private void owner(List<HistoryItem> items) {
        String before = now.owner();
        String after = one(PEOPLE.stream().filter(person -> !person.equals(before)).toList());
        items.add(custom("owner", idOrName(before), before, idOrName(after), after));
        now = new State(now.phase(), after, now.due(), now.facing(), now.fallback(), now.project());
        if (withForeignField) {
            items.add(new HistoryItem(true, jira.fieldNames.get("owner"), "JIRAUSER10009", "Nora", "JIRAUSER10010", "Nobody of ours"));
        }
    }

    private void link(List<HistoryItem> items) {
        String key = "RISK-" + (++links);
        items.add(item("Link", "", "", key, "This issue " + READINGS.get(reading) + " " + key));
    }

    /** Somebody renames a field of ours, or the reading of a link type; the reconciler sees it within minutes. */
    private void rename() {
        reading = random.nextInt(READINGS.size());
        jira.withLinkType(1, "Type " + reading, READINGS.get(reading), "blocks");
        if (!withForeignField) {
            jira.fieldNames.put("owner", one(List.of("Owner", "Verantwortlich", "Owner; the one")));
        }
        jira.noticeNames();
    }

    private void tell(List<HistoryItem> items) {
        int node = random.nextInt(clocks.length);
        if (withForeignField || ids[node] % 10 == 0) {
            ids[node] = blocks;
            blocks += 10;
        }
        groups.add(new HistoryGroup(ids[node]++, "somebody", at.plus(clocks[node]), items));
        if (isSettled(now.phase()) && settledBy(items)) {
            settledAt = Optional.of(at.plus(clocks[node]));
        }
    }

    private static boolean settledBy(List<HistoryItem> items) {
        return items.stream().anyMatch(item -> item.field().equals("status"));
    }

    private void passes(String phase) {
        wasOpenHere |= OPEN.contains(phase) && now.project() == SHOP;
    }

    private IssueState standing(State state) {
        return new IssueState(key(state), state.project(), decision ? AnInstallation.DECISION : AnInstallation.BLOCKER,
                status(state.phase()), state.owner(),
                Optional.of(state.due()).filter(day -> !day.isEmpty()).map(LocalDate::parse), Set.of(), state.facing(), state.fallback(),
                new IssueState.Birth(10_200, MONDAY, "lead"));
    }

    private static String key(State state) {
        return (state.project() == SHOP ? "SHOP-" : "PAY-") + 7;
    }

    private static boolean isSettled(String phase) {
        return !OPEN.contains(phase) && !phase.startsWith("status:");
    }

    private static String status(String phase) {
        return phase.startsWith("status:") ? phase.substring(7) : AnInstallation.statusId(phase);
    }

    private static String name(String phase) {
        return phase.equals("status:92") ? "Parked" : phase;
    }

    /** Jira's history had names of users once, and has keys now. */
    private String idOrName(String key) {
        return random.nextInt(3) > 0 ? key
                : jira.users.entrySet().stream().filter(user -> user.getValue().equals(key)).map(java.util.Map.Entry::getKey).findFirst()
                        .orElse("");
    }

    private HistoryItem custom(String field, String from, String fromText, String to, String toText) {
        return new HistoryItem(true, jira.fieldNames.get(field), from, fromText, to, toText);
    }

    private static HistoryItem item(String field, String from, String fromText, String to, String toText) {
        return new HistoryItem(false, field, from, fromText, to, toText);
    }

    private <T> T one(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** Whether no phase was come to twice, so that the steps can only have followed each other in one way. */
    boolean isUnambiguous() {
        Set<String> seen = new HashSet<>(Set.of(status(first.phase())));
        return groups.stream().flatMap(group -> group.items().stream()).filter(item -> item.field().equals("status"))
                .allMatch(item -> seen.add(item.to()));
    }
}
