package org.decisiongates.sandbox.jira.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.opensymphony.workflow.loader.WorkflowDescriptor;

/** Moves issues between projects: new key, new workflow entry, and nothing left that only the old project has. */
final class Moves {

    private final Store store;
    private final SandboxJira jira;

    Moves(Store store, SandboxJira jira) {
        this.store = store;
        this.jira = jira;
    }

    IssueRow move(String userKey, IssueRow issue, ProjectRow target, String issueTypeId, Instant now) {
        ProjectRow source = jira.projects().byId(issue.projectId()).orElseThrow();
        List<ChangeItemRow> items = new ArrayList<>();
        String workflow = jira.workflows().nameFor(target, issueTypeId);
        String status = status(jira.workflows().descriptor(workflow), issue.statusId());
        String key = issue.key();
        if (source.id() != target.id()) {
            key = target.key() + "-" + renumbered(issue, target);
            items.add(new ChangeItemRow("jira", "Key", null, issue.key(), null, key));
            items.add(new ChangeItemRow("jira", "project", String.valueOf(source.id()), source.name(), String.valueOf(target.id()),
                    target.name()));
            leave(issue, items);
        }
        add(items, "issuetype", issue.issueTypeId(), issueTypeId);
        add(items, "status", issue.statusId(), status);
        store.sql("update jira_issue set issue_type = ?, status = ?, updated = ? where id = ?", issueTypeId, status, Store.millis(now),
                issue.id()).update();
        jira.issues().migrate(jira.issues().byId(issue.id()).orElseThrow(), workflow);
        Optional<ChangeRow> change = jira.history().write(issue.id(), userKey, now, items);
        IssueRow moved = jira.issues().byId(issue.id()).orElseThrow();
        jira.publish(new Happening(Happening.MOVED, moved, userKey, change, Optional.empty(), false));
        return moved;
    }

    private long renumbered(IssueRow issue, ProjectRow target) {
        long number = jira.projects().nextNumber(target.id());
        store.sql("update jira_issue set issue_key = ?, issue_number = ?, project_id = ? where id = ?", target.key() + "-" + number, number,
                target.id(), issue.id()).update();
        store.sql("delete from jira_moved_key where old_key = ?", issue.key()).update();
        store.sql("insert into jira_moved_key (old_key, issue_id) values (?, ?)", issue.key(), issue.id()).update();
        return number;
    }

    /** Versions and levels belong to one project. */
    private void leave(IssueRow issue, List<ChangeItemRow> items) {
        issue.values(Versions.FIELD).forEach(id -> items.add(new ChangeItemRow("jira", "Fix Version", id,
                jira.versions().byId(Long.parseLong(id)).map(VersionRow::name).orElse(id), null, null)));
        issue.values(Levels.FIELD).forEach(id -> items.add(new ChangeItemRow("jira", Levels.FIELD, id,
                jira.levels().byId(Long.parseLong(id)).map(LevelRow::name).orElse(id), null, null)));
        store.sql("delete from jira_issue_value where issue_id = ? and field_id in (?, ?)", issue.id(), Versions.FIELD, Levels.FIELD)
                .update();
    }

    private void add(List<ChangeItemRow> items, String field, String from, String to) {
        if (!from.equals(to)) {
            FieldRow row = jira.fields().byId(field).orElseThrow();
            items.add(new ChangeItemRow("jira", field, from, jira.issues().display(row, List.of(from)), to,
                    jira.issues().display(row, List.of(to))));
        }
    }

    /** The status as it is where the workflow has it, else the one the workflow begins with. */
    private static String status(WorkflowDescriptor workflow, String statusId) {
        if (WorkflowXml.stepOf(workflow, statusId).isPresent()) {
            return statusId;
        }
        int step = WorkflowXml.initialActions(workflow).get(0).getUnconditionalResult().getStep();
        return WorkflowXml.status(workflow.getStep(step));
    }
}
