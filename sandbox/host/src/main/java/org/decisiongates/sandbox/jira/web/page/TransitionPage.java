package org.decisiongates.sandbox.jira.web.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.decisiongates.sandbox.jira.model.FormField;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.Outcome;
import org.decisiongates.sandbox.jira.model.SandboxJira;
import org.decisiongates.sandbox.jira.model.TransitionRow;
import org.decisiongates.sandbox.jira.web.form.FieldView;
import org.decisiongates.sandbox.jira.web.form.Forms;
import org.decisiongates.sandbox.jira.web.frame.Answer;
import org.decisiongates.sandbox.jira.web.frame.Page;
import org.decisiongates.sandbox.jira.web.frame.Place;
import org.decisiongates.sandbox.jira.web.frame.Stop;
import org.decisiongates.sandbox.jira.web.frame.Visit;

/** Moves an issue: the transition's screen if it has one, at once if not; refusals are shown where their field is. */
public final class TransitionPage implements Page {

    private final SandboxJira jira;
    private final Forms forms;
    private final IssuePage issuePage;

    public TransitionPage(SandboxJira jira, Forms forms, IssuePage issuePage) {
        this.jira = jira;
        this.forms = forms;
        this.issuePage = issuePage;
    }

    @Override
    public Answer show(Visit visit) {
        visit.requireUser();
        IssueRow issue = visit.issue(visit.text("id"));
        TransitionRow transition = transition(visit, issue);
        return form(visit, issue, transition, forms.stored(fields(issue, transition), issue.projectId()), List.of(), "");
    }

    @Override
    public Answer submit(Visit visit) {
        String userKey = visit.requireUser();
        IssueRow issue = visit.issue(visit.text("id"));
        TransitionRow transition = transition(visit, issue);
        List<FormField> fields = fields(issue, transition);
        Outcome outcome = jira.issues().transition(userKey, issue.id(), transition.id(), forms.read(fields, visit));
        if (outcome.done()) {
            return Answer.done("/browse/" + issue.key());
        }
        List<String> messages = forms.general(fields, outcome);
        if (transition.screen().isEmpty()) {
            return issuePage.show(visit, issue, messages);
        }
        return form(visit, issue, transition, forms.typed(fields, issue.projectId(), visit, outcome.errors()), messages,
                outcome.errors().getOrDefault("comment", ""));
    }

    private TransitionRow transition(Visit visit, IssueRow issue) {
        long id = visit.number("action");
        return jira.issues().transitions(visit.userKey(), issue).stream().filter(one -> one.id() == id).findFirst()
                .orElseThrow(() -> Stop.bad("The issue " + issue.key() + " does not offer the workflow action " + id
                        + " now. It may have moved on in the meantime: open it again to see what can be done."));
    }

    private List<FormField> fields(IssueRow issue, TransitionRow transition) {
        return transition.screen().isPresent() ? jira.forms().transitionForm(issue, transition) : List.of();
    }

    private Answer form(Visit visit, IssueRow issue, TransitionRow transition, List<FieldView> fields, List<String> messages,
            String commentError) {
        Map<String, Object> context = new HashMap<>(Map.of("issue", issue, "transition", transition, "fields", fields, "messages", messages,
                "comment", visit.text("comment"), "commentError", commentError));
        return Answer.view(transition.name() + " - " + issue.key(), "page/transition.vm", context,
                Place.issue(visit.projectOf(issue), issue.key()));
    }
}
