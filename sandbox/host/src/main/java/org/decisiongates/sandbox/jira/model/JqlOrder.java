package org.decisiongates.sandbox.jira.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.decisiongates.sandbox.jira.model.jql.Sort;

/** Makes SQL of the order a query asks for. */
final class JqlOrder {

    private final SandboxJira jira;
    private final List<String> problems = new ArrayList<>();

    JqlOrder(SandboxJira jira) {
        this.jira = jira;
    }

    /** The order, ending in one that no two issues share. */
    Sql by(List<Sort> order) throws JqlProblem {
        List<String> parts = new ArrayList<>();
        List<Object> arguments = new ArrayList<>();
        for (Sort sort : order) {
            Sql key = sortKey(sort.field());
            String direction = sort.descending() ? " desc" : "";
            // the databases disagree about where what is not set goes: here it goes last
            parts.add("case when " + key.text() + " is null then 1 else 0 end");
            parts.add(key.text() + direction);
            arguments.addAll(key.arguments());
            arguments.addAll(key.arguments());
        }
        if (!problems.isEmpty()) {
            throw new JqlProblem(problems);
        }
        if (parts.isEmpty()) {
            parts.add("i.project_id");
            parts.add("i.issue_number desc");
        }
        parts.add("i.id desc");
        return new Sql(String.join(", ", parts), arguments);
    }

    private Sql sortKey(String name) {
        String id = JqlFields.id(name);
        String column = switch (id) {
            case "issuekey" -> "(select p.project_key from jira_project p where p.id = i.project_id) || '-' || "
                    + "cast(1000000000000 + i.issue_number as varchar(20))";
            case "project" -> "(select p.project_key from jira_project p where p.id = i.project_id)";
            case "summary", "description", "environment" -> "lower(" + JqlFields.TEXT.get(id) + ")";
            case "created", "updated", "resolutiondate" -> JqlFields.MOMENTS.get(id);
            case "duedate" -> "i.due_date";
            // the most urgent priority is the highest one and has the lowest id
            case "priority" -> "-cast(i.priority as bigint)";
            case "status" -> "cast(i.status as bigint)";
            case "issuetype" -> "cast(i.issue_type as bigint)";
            case "resolution" -> "cast(i.resolution as bigint)";
            case "assignee", "reporter", "creator" ->
                "(select lower(u.display_name) from jira_user u where u.user_key = " + JqlFields.PEOPLE.get(id) + ")";
            case "labels" -> "(select min(l.label) from jira_issue_label l where l.issue_id = i.id)";
            default -> null;
        };
        if (column != null) {
            return Sql.of(column);
        }
        Optional<FieldRow> field = JqlFields.custom(jira, name).stream().findFirst();
        if (field.isEmpty()) {
            problems.add("Field '" + name + "' does not exist or you do not have permission to view it.");
            return Sql.of("i.id");
        }
        return Sql.of("(select min(" + (field.get().type() == FieldType.FLOAT ? "v.number_value" : "lower(v.text_value)")
                + ") from jira_issue_value v where v.issue_id = i.id and v.field_id = ?)", field.get().id());
    }
}
