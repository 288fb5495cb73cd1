package org.decisiongates.sandbox.jira.web.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.decisiongates.sandbox.jira.model.FormField;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueTypeRow;
import org.decisiongates.sandbox.jira.model.Outcome;
import org.decisiongates.sandbox.jira.model.Permission;
import org.decisiongates.sandbox.jira.model.ProjectRow;
import org.decisiongates.sandbox.jira.model.SandboxJira;
import org.decisiongates.sandbox.jira.web.form.FieldView;
import org.decisiongates.sandbox.jira.web.form.Forms;
import org.decisiongates.sandbox.jira.web.frame.Answer;
import org.decisiongates.sandbox.jira.web.frame.Page;
import org.decisiongates.sandbox.jira.web.frame.Place;
import org.decisiongates.sandbox.jira.web.frame.Stop;
import org.decisiongates.sandbox.jira.web.frame.Visit;

/** Creates an issue in two steps: project and type first, then the fields of their create screen. */
public final class CreatePage implements Page {

    private final SandboxJira jira;
    private final Forms forms;

    public CreatePage(SandboxJira jira, Forms forms) {
        this.jira = jira;
        this.forms = forms;
    }

    @Override
    public Answer show(Visit visit) {
        visit.requireUser();
        if (visit.has("pid") && visit.has("issuetype")) {
            ProjectRow project = chosenProject(visit);
            IssueTypeRow type = chosenType(visit, project);
            return details(project, type, forms.stored(jira.forms().createForm(project, type.id()), project.id()), List.of());
        }
        return choose(visit);
    }

    @Override
    public Answer submit(Visit visit) {
        String userKey = visit.requireUser();
        ProjectRow project = chosenProject(visit);
        IssueTypeRow type = chosenType(visit, project);
        List<FormField> fields = jira.forms().createForm(project, type.id());
        IssueInput input = forms.read(fields, visit).set("project", String.valueOf(project.id())).set("issuetype", type.id());
        Outcome outcome = jira.issues().create(userKey, input);
        if (outcome.done()) {
            return Answer.redirect("/browse/" + outcome.issue().orElseThrow().key());
        }
        return details(project, type, forms.typed(fields, project.id(), visit, outcome.errors()), forms.general(fields, outcome));
    }

    private Answer choose(Visit visit) {
        List<ProjectRow> projects = creatable(visit);
        if (projects.isEmpty()) {
            throw Stop.forbidden("There is no project in which you may create issues.");
        }
        ProjectRow chosen = projects.stream().filter(project -> String.valueOf(project.id()).equals(visit.text("pid"))).findFirst()
                .orElse(projects.get(0));
        Map<String, Object> context = new HashMap<>(Map.of("projects", projects, "chosen", chosen, "types", offered(chosen)));
        return Answer.view("Create issue", "page/createChoose.vm", context, Place.general());
    }

    private Answer details(ProjectRow project, IssueTypeRow type, List<FieldView> fields, List<String> messages) {
        return Answer.view("Create issue", "page/create.vm", Map.of("project", project, "type", type, "typeIcon", Words.icon(type),
                "fields", fields, "messages", messages), Place.project(project, ""));
    }

    private List<ProjectRow> creatable(Visit visit) {
        return jira.projects().visibleTo(visit.userKey()).stream()
                .filter(project -> jira.permissions().has(Permission.CREATE_ISSUES, project.id(), visit.userKey())).toList();
    }

    private List<IssueTypeRow> offered(ProjectRow project) {
        return jira.issueTypes().ofProject(project).stream().filter(type -> !type.subTask()).toList();
    }

    private ProjectRow chosenProject(Visit visit) {
        long id = visit.number("pid");
        Optional<ProjectRow> project = creatable(visit).stream().filter(one -> one.id() == id).findFirst();
        return project.orElseThrow(() -> Stop.forbidden("The project does not exist, or you may not create issues in it."));
    }

    private IssueTypeRow chosenType(Visit visit, ProjectRow project) {
        return offered(project).stream().filter(type -> type.id().equals(visit.text("issuetype"))).findFirst()
                .orElseThrow(
                        () -> Stop.bad("The project " + project.key() + " does not offer the issue type " + visit.text("issuetype") + "."));
    }
}
