package org.decisiongates.sandbox.jira.web.admin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.decisiongates.sandbox.jira.model.FieldRow;
import org.decisiongates.sandbox.jira.model.ManagedItemRow;
import org.decisiongates.sandbox.jira.model.ProjectRow;
import org.decisiongates.sandbox.jira.model.Refused;
import org.decisiongates.sandbox.jira.model.SandboxJira;
import org.decisiongates.sandbox.jira.model.ScreenRow;
import org.decisiongates.sandbox.jira.model.UserRow;
import org.decisiongates.sandbox.jira.model.WorkflowSchemeRow;
import org.decisiongates.sandbox.jira.web.frame.Answer;
import org.decisiongates.sandbox.jira.web.frame.Page;
import org.decisiongates.sandbox.jira.web.frame.Place;
import org.decisiongates.sandbox.jira.web.frame.Stop;
import org.decisiongates.sandbox.jira.web.frame.Visit;
import org.decisiongates.sandbox.jira.web.page.Words;

/** The lists of the administration: projects with their schemes, issue types, custom fields, people. */
public final class RegistryPages {

    private final SandboxJira jira;

    private final UnaryOperator<String> texts;

    /** @param texts the text of a key, the key itself where there is none */
    public RegistryPages(SandboxJira jira, UnaryOperator<String> texts) {
        this.jira = jira;
        this.texts = texts;
    }

    public Page home() {
        return new Page() {
            @Override
            public Answer show(Visit visit) {
                visit.requireAdmin();
                return Answer.view("Administration", "admin/home.vm", Map.of(), Place.admin(""));
            }
        };
    }

    public Page projects() {
        return new Page() {
            @Override
            public Answer show(Visit visit) {
                visit.requireAdmin();
                return Answer.view("Projects", "admin/projects.vm",
                        Map.of("rows", jira.projects().all().stream().map(RegistryPages.this::project).toList()), Place.admin("projects"));
            }
        };
    }

    private Map<String, Object> project(ProjectRow project) {
        return Map.of("project", project,
                "lead", jira.users().byKey(project.leadKey()).map(UserRow::displayName).orElse(""),
                "workflows", jira.workflows().scheme(project.workflowSchemeId()).map(WorkflowSchemeRow::name).orElse(""),
                "screens", jira.screens().typeScheme(project.issueTypeScreenSchemeId()).map(scheme -> scheme.name()).orElse(""),
                "types", jira.issueTypes().scheme(project.issueTypeSchemeId()).map(scheme -> scheme.name()).orElse(""));
    }

    public Page issueTypes() {
        return new Page() {
            @Override
            public Answer show(Visit visit) {
                visit.requireAdmin();
                List<Map<String, Object>> rows = jira.issueTypes().all().stream()
                        .map(type -> Map.<String, Object>of("type", type, "icon", Words.icon(type))).toList();
                return Answer.view("Issue types", "admin/issueTypes.vm", Map.of("rows", rows), Place.admin("issue_types"));
            }
        };
    }

    public Page fields() {
        return new Page() {
            @Override
            public Answer show(Visit visit) {
                visit.requireAdmin();
                return list(List.of());
            }

            @Override
            public Answer submit(Visit visit) {
                visit.requireAdmin();
                FieldRow field = jira.fields().byId(visit.text("id")).filter(FieldRow::custom)
                        .orElseThrow(() -> Stop.notFound("The custom field"));
                if (jira.managedItems().isLocked(field.id())) {
                    return list(List.of("The field " + field.name() + " is locked."));
                }
                try {
                    if (visit.has("name")) {
                        jira.fields().update(field.id(), visit.text("name"), field.description(), field.searcherKey());
                    } else {
                        jira.fields().delete(field.id());
                    }
                    return Answer.redirect("/secure/admin/ViewCustomFields.jspa");
                } catch (Refused refused) {
                    return list(List.of(refused.getMessage()));
                }
            }

            private Answer list(List<String> messages) {
                List<Map<String, Object>> rows = jira.fields().custom().stream().map(RegistryPages.this::field).toList();
                return Answer.view("Custom fields", "admin/fields.vm", Map.of("rows", rows, "messages", messages), Place.admin("fields"));
            }
        };
    }

    private Map<String, Object> field(FieldRow field) {
        return Map.of("field", field, "type", field.type().name().toLowerCase(java.util.Locale.ROOT),
                "locked", jira.managedItems().isLocked(field.id()),
                "managed", jira.managedItems().of(field.id()).filter(ManagedItemRow::managed)
                        .map(item -> texts.apply(item.descriptionKey())).orElse(""),
                "screens", String.join(", ",
                        jira.screens().all().stream().filter(screen -> screen.contains(field.id())).map(ScreenRow::name).toList()));
    }

    public Page people() {
        return new Page() {
            @Override
            public Answer show(Visit visit) {
                visit.requireAdmin();
                return list("");
            }

            @Override
            public Answer submit(Visit visit) {
                String admin = visit.requireAdmin();
                UserRow user = jira.users().byName(visit.text("name")).orElseThrow(() -> Stop.notFound("The user"));
                boolean active = visit.text("active").equals("true");
                if (!active && user.key().equals(admin)) {
                    return list("You cannot deactivate yourself.");
                }
                jira.users().setActive(user.key(), active);
                jira.apps().edited(user, jira.users().byKey(user.key()).orElseThrow());
                return Answer.redirect("/secure/admin/user/UserBrowser.jspa");
            }

            private Answer list(String problem) {
                List<Map<String, Object>> rows = jira.users().all().stream().map(user -> Map.<String, Object>of("user", user,
                        "groups", String.join(", ", jira.users().groups(user.key())))).toList();
                return Answer.view("Users", "admin/users.vm", new HashMap<>(Map.of("rows", rows,
                        "messages", problem.isEmpty() ? List.of() : List.of(problem))), Place.admin("users"));
            }
        };
    }
}
