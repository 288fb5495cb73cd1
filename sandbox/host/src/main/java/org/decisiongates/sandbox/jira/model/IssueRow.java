package org.decisiongates.sandbox.jira.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * A stored issue. References are ids and user keys, {@code dueDate} is {@code yyyy-MM-dd}; what is not set is null. {@code custom}
 * holds raw values by field id: text, option ids, user keys, ISO days, numbers.
 */
public record IssueRow(long id, String key, long number, long projectId, String issueTypeId, String summary, String description,
        String environment, String assigneeKey, String reporterKey, String creatorKey, String priorityId, String statusId,
        String resolutionId, String dueDate, Instant created, Instant updated, Instant resolved, Long workflowId,
        List<String> labels, Map<String, List<String>> custom) {

    public IssueRow {
        labels = List.copyOf(labels);
        custom = Map.copyOf(custom);
    }

    /** As an index holds it, which keeps no milliseconds. */
    public IssueRow toTheSecond() {
        return new IssueRow(id, key, number, projectId, issueTypeId, summary, description, environment, assigneeKey, reporterKey,
                creatorKey, priorityId, statusId, resolutionId, dueDate, second(created), second(updated), second(resolved), workflowId,
                labels, custom);
    }

    private static Instant second(Instant moment) {
        return moment == null ? null : moment.truncatedTo(ChronoUnit.SECONDS);
    }

    /** The raw values of any field, system or custom; empty when not set. */
    public List<String> values(String fieldId) {
        return switch (fieldId) {
            case "issuekey" -> one(key);
            case "project" -> one(projectId == 0 ? null : String.valueOf(projectId));
            case "issuetype" -> one(issueTypeId);
            case "summary" -> one(summary);
            case "description" -> one(description);
            case "environment" -> one(environment);
            case "assignee" -> one(assigneeKey);
            case "reporter" -> one(reporterKey);
            case "creator" -> one(creatorKey);
            case "priority" -> one(priorityId);
            case "status" -> one(statusId);
            case "resolution" -> one(resolutionId);
            case "duedate" -> one(dueDate);
            case "created" -> one(created == null ? null : created.toString());
            case "updated" -> one(updated == null ? null : updated.toString());
            case "resolutiondate" -> one(resolved == null ? null : resolved.toString());
            case "labels" -> labels;
            default -> custom.getOrDefault(fieldId, List.of());
        };
    }

    private static List<String> one(String value) {
        return value == null || value.isEmpty() ? List.of() : List.of(value);
    }
}
