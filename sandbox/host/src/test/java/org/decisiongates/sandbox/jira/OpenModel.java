package org.decisiongates.sandbox.jira;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;

import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.UserRow;

/**
 * What of a project is open as somebody may see it, issue by issue out of Jira's own tables, and what a summary must say of it. Shares no
 * code with the app: it only knows what docs/weekly-summary-rules.md says.
 *
 * @param actualsDue issues and metrics whose check date is past and whose actual is not known
 */
record OpenModel(WiredJira wired, List<IssueRow> blockers, List<IssueRow> decisions, Set<String> actualsDue) {

    private static final Map<String, Set<String>> OPEN = Map.of("Decision", Set.of("Draft", "In review"), "Blocker",
            Set.of("Open", "Resolving", "Escalated"));

    /** What an owner holds. */
    record Held(long open, long overdue, String nextDue) {
    }

    static OpenModel of(WiredJira wired, String project, String user) {
        List<IssueRow> seen = new ArrayList<>();
        wired.jira.issues().idsOf(wired.jira.projects().byKey(project).orElseThrow().id())
                .forEach(id -> wired.jira.issues().visible(user, String.valueOf(id)).ifPresent(seen::add));
        List<IssueRow> blockers = seen.stream().filter(issue -> isOpen(wired, issue, "Blocker")).toList();
        List<IssueRow> decisions = seen.stream().filter(issue -> isOpen(wired, issue, "Decision")).toList();
        Set<Long> open = new HashSet<>();
        blockers.forEach(issue -> open.add(issue.id()));
        decisions.forEach(issue -> open.add(issue.id()));
        return new OpenModel(wired, blockers, decisions, actualsDue(wired, open));
    }

    /** By name and whether the account is active. */
    static Map<String, Held> owners(JsonNode summary) {
        Map<String, Held> owners = new TreeMap<>();
        summary.at("/owners/rows").forEach(row -> owners.put(row.path("owner").asText("nobody") + " " + row.path("active").asBoolean(),
                new Held(row.path("open").asLong(), row.path("overdue").asLong(), row.path("nextDue").asText(""))));
        return owners;
    }

    static List<Long> numbers(JsonNode array) {
        List<Long> numbers = new ArrayList<>();
        array.forEach(number -> numbers.add(number.asLong()));
        return numbers;
    }

    Map<String, Held> owners() {
        Map<String, Held> owners = new TreeMap<>();
        for (IssueRow issue : decisions) {
            Optional<UserRow> owner = owner(issue);
            String due = due(issue).map(LocalDate::toString).orElse("");
            owners.merge(owner.map(UserRow::displayName).orElse("nobody") + " " + owner.map(UserRow::active).orElse(false),
                    new Held(1, isOverdue(issue) ? 1 : 0, due),
                    (one, other) -> new Held(one.open() + other.open(), one.overdue() + other.overdue(),
                            one.nextDue().isEmpty() || !other.nextDue().isEmpty() && other.nextDue().compareTo(one.nextDue()) < 0
                                    ? other.nextDue()
                                    : one.nextDue()));
        }
        return owners;
    }

    /** What the headline says of overdue Blockers. */
    List<Long> overdueBlockers() {
        return List.of(count(blockers, this::isOverdue), (long) blockers.size(),
                count(blockers, issue -> isOverdue(issue) && isCustomerFacing(issue)), 0L);
    }

    long asks() {
        long asks = actualsDue.size() + count(blockers, issue -> value(issue, "Fallback plan").isBlank());
        for (List<IssueRow> issues : List.of(blockers, decisions)) {
            asks += count(issues, this::isOverdue) + count(issues, issue -> due(issue).isEmpty())
                    + count(issues, issue -> owner(issue).filter(UserRow::active).isEmpty());
        }
        return asks;
    }

    private static boolean isOpen(WiredJira wired, IssueRow issue, String type) {
        return issue.issueTypeId().equals(wired.type(type)) && OPEN.get(type).contains(wired.status(issue));
    }

    private static Set<String> actualsDue(WiredJira wired, Set<Long> issues) {
        String table = wired.box.box().jdbc().sql("select table_name from information_schema.tables where table_name like 'AO%IMPACT_LINE'")
                .query(String.class).single();
        String today = LocalDate.now(wired.jira.clock()).toString();
        return new HashSet<>(wired.box.box().jdbc().sql("select \"ISSUE_ID\", \"METRIC\", \"CHECK_DAY\", \"ACTUAL\" from \"" + table + "\"")
                .query((row,
                        number) -> issues.contains(row.getLong(1)) && row.getString(4) == null && row.getString(3) != null
                                && row.getString(3).compareTo(today) < 0
                                        ? row.getLong(1) + " " + row.getString(2)
                                        : "")
                .list().stream().filter(line -> !line.isEmpty()).toList());
    }

    private static long count(List<IssueRow> issues, Predicate<IssueRow> claim) {
        return issues.stream().filter(claim).count();
    }

    private Optional<UserRow> owner(IssueRow issue) {
        return wired.jira.users().byKey(value(issue, "Owner"));
    }

    private boolean isCustomerFacing(IssueRow issue) {
        return wired.jira.fields().options(wired.field("Customer-facing")).stream()
                .anyMatch(option -> option.value().equals("Yes") && String.valueOf(option.id()).equals(value(issue, "Customer-facing")));
    }

    private boolean isOverdue(IssueRow issue) {
        return due(issue).filter(day -> day.isBefore(LocalDate.now(wired.jira.clock()))).isPresent();
    }

    private static Optional<LocalDate> due(IssueRow issue) {
        return Optional.ofNullable(issue.dueDate()).filter(day -> !day.isEmpty()).map(LocalDate::parse);
    }

    private String value(IssueRow issue, String field) {
        return issue.values(wired.field(field)).stream().findFirst().orElse("");
    }
}
