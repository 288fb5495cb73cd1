package org.decisiongates.sandbox.jira.web.page;

import java.util.List;
import java.util.Map;

import org.decisiongates.sandbox.jira.model.FormField;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.Outcome;
import org.decisiongates.sandbox.jira.model.Permission;
import org.decisiongates.sandbox.jira.model.SandboxJira;
import org.decisiongates.sandbox.jira.web.form.FieldView;
import org.decisiongates.sandbox.jira.web.form.Forms;
import org.decisiongates.sandbox.jira.web.frame.Answer;
import org.decisiongates.sandbox.jira.web.frame.Page;
import org.decisiongates.sandbox.jira.web.frame.Place;
import org.decisiongates.sandbox.jira.web.frame.Stop;
import org.decisiongates.sandbox.jira.web.frame.Visit;

/** Edits the fields of the edit screen. */
public final class EditPage implements Page {

    private final SandboxJira jira;
    private final Forms forms;

    public EditPage(SandboxJira jira, Forms forms) {
        this.jira = jira;
        this.forms = forms;
    }

    @Override
    public Answer show(Visit visit) {
        IssueRow issue = editable(visit);
        return form(visit, issue, forms.stored(jira.forms().editForm(issue), issue.projectId()), List.of());
    }

    @Override
    public Answer submit(Visit visit) {
        IssueRow issue = editable(visit);
        List<FormField> fields = jira.forms().editForm(issue);
        Outcome outcome = jira.issues().update(visit.userKey(), issue.id(), forms.read(fields, visit));
        if (outcome.done()) {
            return Answer.done("/browse/" + issue.key());
        }
        return form(visit, issue, forms.typed(fields, issue.projectId(), visit, outcome.errors()), forms.general(fields, outcome));
    }

    private IssueRow editable(Visit visit) {
        visit.requireUser();
        IssueRow issue = visit.issue(visit.text("id"));
        if (!jira.issues().may(Permission.EDIT_ISSUES, issue, visit.userKey())) {
            throw Stop.forbidden("You do not have permission to edit issues in this project.");
        }
        return issue;
    }

    private static Answer form(Visit visit, IssueRow issue, List<FieldView> fields, List<String> messages) {
        return Answer.view("Edit issue - " + issue.key(), "page/edit.vm", Map.of("issue", issue, "fields", fields, "messages", messages),
                Place.issue(visit.projectOf(issue), issue.key()));
    }
}
