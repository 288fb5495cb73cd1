package org.decisiongates.policy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

import org.decisiongates.issue.ApprovedScope;
import org.decisiongates.issue.Choice;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueRecords;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.LinkedIssue;
import org.decisiongates.issue.Person;
import org.decisiongates.issue.ProjectVersion;

/** The issue of a policy's case, both ways between JSON and {@link IssueSnapshot}. */
final class PolicyCaseIssue {

    private PolicyCaseIssue() {
    }

    static IssueSnapshot issue(PolicyDocument.Issue read, String place, PolicyFaults faults) {
        Map<Field, Object> values = new HashMap<>();
        List<PolicyDocument.Value> fields = read.fields().orElse(List.of());
        for (int i = 0; i < fields.size(); i++) {
            PolicyDocument.Value field = fields.get(i);
            List<Object> held = Stream.of(field.text(), field.people(), field.day(), field.moment(), field.number(), field.choices(),
                    field.versions()).<Object>flatMap(Optional::stream).toList();
            if (held.size() != 1) {
                faults.add(place + ".fields[" + i + "]", "one-value", field.field());
            } else if (values.put(new Field(field.field()), held.get(0)) != null) {
                faults.add(place + ".fields[" + i + "]", "duplicate", field.field());
            }
        }
        return new IssueSnapshot(read.status(), values, PolicyJson.fields(read.absent().orElse(List.of())),
                read.links().orElse(List.of()).stream().map(PolicyCaseIssue::linked).toList(),
                new HashSet<>(read.visited().orElse(List.of())), members(read.groups().orElse(Map.of())),
                members(read.roles().orElse(Map.of())), read.comments().orElse(List.of()), read.attachments().orElse(List.of()),
                read.records().map(PolicyCaseIssue::records).orElse(IssueRecords.NONE), read.followUps().orElse(List.of()),
                read.threads().orElse(List.of()),
                read.disputes().orElse(List.of()), read.approvals().orElse(List.of()),
                read.approvedScope().orElse(ApprovedScope.NOT_APPROVED), read.accounts().orElse(Map.of()));
    }

    private static IssueRecords records(PolicyDocument.Records read) {
        return new IssueRecords(read.options().orElse(List.of()), read.criteria().orElse(List.of()), read.hypotheses().orElse(List.of()),
                read.tradeOffs().orElse(List.of()),
                read.exceptionStates().orElse(List.of()), read.risks().orElse(List.of()), read.communicationPlans().orElse(List.of()),
                read.evidence().orElse(List.of()));
    }

    static PolicyDocument.Issue document(IssueSnapshot issue) {
        List<PolicyDocument.Value> fields = new ArrayList<>();
        issue.values().entrySet().stream().sorted(Map.Entry.comparingByKey(Comparator.comparing(Field::id)))
                .forEach(value -> fields.add(document(value.getKey().id(), value.getValue())));
        return new PolicyDocument.Issue(issue.status(), PolicyJson.some(fields),
                PolicyJson.some(issue.absent().stream().map(Field::id).sorted().toList()),
                PolicyJson.some(issue.links().stream().map(PolicyCaseIssue::document).toList()),
                PolicyJson.some(issue.visited().stream().sorted().toList()), PolicyJson.some(listed(issue.groups())),
                PolicyJson.some(listed(issue.roles())), PolicyJson.some(issue.comments()), PolicyJson.some(issue.attachments()),
                Optional.of(issue.records()).filter(records -> !records.rows().isEmpty()).map(PolicyCaseIssue::document),
                PolicyJson.some(issue.followUps()), PolicyJson.some(issue.threads()), PolicyJson.some(issue.disputes()),
                PolicyJson.some(issue.approvals()),
                Optional.of(issue.approvedScope()).filter(scope -> !scope.equals(ApprovedScope.NOT_APPROVED)),
                PolicyJson.some(new TreeMap<>(issue.accounts())));
    }

    private static LinkedIssue linked(PolicyDocument.Linked read) {
        return read.key().map(key -> LinkedIssue.visible(read.link(), read.id(), key, read.type(), read.status()))
                .orElseGet(() -> LinkedIssue.hidden(read.link(), read.id(), read.type(), read.status()));
    }

    private static PolicyDocument.Linked document(LinkedIssue other) {
        return new PolicyDocument.Linked(other.link(), other.storedId(), other.key(), other.type(), other.storedStatus());
    }

    private static PolicyDocument.Records document(IssueRecords records) {
        return new PolicyDocument.Records(PolicyJson.some(records.options()), PolicyJson.some(records.criteria()),
                PolicyJson.some(records.hypotheses()),
                PolicyJson.some(records.tradeOffs()), PolicyJson.some(records.exceptionStates()), PolicyJson.some(records.risks()),
                PolicyJson.some(records.communicationPlans()), PolicyJson.some(records.evidence()));
    }

    private static PolicyDocument.Value document(String field, Object value) {
        return new PolicyDocument.Value(field, as(String.class, value), list(Person.class, value), as(LocalDate.class, value),
                as(Instant.class, value), as(BigDecimal.class, value), list(Choice.class, value), list(ProjectVersion.class, value));
    }

    private static <T> Optional<T> as(Class<T> type, Object value) {
        return type.isInstance(value) ? Optional.of(type.cast(value)) : Optional.empty();
    }

    /** An empty list is one of people, as good as any. */
    private static <T> Optional<List<T>> list(Class<T> type, Object value) {
        if (!(value instanceof List<?> several) || !several.stream().allMatch(type::isInstance)
                || several.isEmpty() && type != Person.class) {
            return Optional.empty();
        }
        return Optional.of(several.stream().map(type::cast).toList());
    }

    private static Map<String, Set<String>> members(Map<String, List<String>> read) {
        return mapped(read, HashSet::new);
    }

    private static Map<String, List<String>> listed(Map<String, Set<String>> members) {
        return mapped(members, users -> users.stream().sorted().toList());
    }

    private static <A, B> Map<String, B> mapped(Map<String, A> map, Function<A, B> way) {
        Map<String, B> mapped = new TreeMap<>();
        map.forEach((name, value) -> mapped.put(name, way.apply(value)));
        return mapped;
    }
}
