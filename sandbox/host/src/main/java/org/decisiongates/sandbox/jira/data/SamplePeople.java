package org.decisiongates.sandbox.jira.data;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.decisiongates.sandbox.host.SamplePerson;
import org.decisiongates.sandbox.jira.model.Permission;
import org.decisiongates.sandbox.jira.model.ProjectRow;
import org.decisiongates.sandbox.jira.model.ProjectTemplate;
import org.decisiongates.sandbox.jira.model.SandboxJira;
import org.decisiongates.sandbox.jira.model.StatusCategory;
import org.decisiongates.sandbox.jira.model.StatusRow;
import org.decisiongates.sandbox.jira.model.Users;

/**
 * The people of the sample, named by role, and their projects, each on schemes of its own: SHOP for decisions and blockers, OPS with
 * a workflow of tasks, RISK that only few may see.
 */
public final class SamplePeople {

    private static final String OPERATIONS = "Operations task workflow";
    /** Of the app: permission schemes may name it before the app is installed. */
    private static final String VIEW_AUDIT = "decision-gates-view-audit";
    private static final Set<Permission> READ = EnumSet.of(Permission.BROWSE_PROJECTS);
    private static final Set<Permission> TAKE_PART = EnumSet.of(Permission.BROWSE_PROJECTS, Permission.CREATE_ISSUES,
            Permission.ADD_COMMENTS,
            Permission.LINK_ISSUES);
    private static final Set<Permission> WORK = EnumSet.complementOf(EnumSet.of(Permission.ADMINISTER_PROJECTS, Permission.DELETE_ISSUES));

    private final SandboxJira jira;

    public SamplePeople(SandboxJira jira) {
        this.jira = jira;
    }

    /** Creates them, once. */
    public void create() {
        if (!jira.once("sample-people", this::all)) {
            return;
        }
        jira.users().setActive("former", false);
    }

    private void all() {
        List.of(SamplePerson.LEAD, SamplePerson.OWNER, SamplePerson.STAKEHOLDER, SamplePerson.READER, SamplePerson.AUDITOR,
                SamplePerson.OUTSIDER, SamplePerson.FORMER).forEach(person -> {
                    create(person);
                    jira.users().join(person.userName(), Users.LICENSED);
                });
        create(SamplePerson.UNLICENSED);
        Map.of("storefront-leads", List.of("lead"), "storefront-team", List.of("lead", "owner", "former"), "storefront-stakeholders",
                List.of("stakeholder"), "storefront-readers", List.of("reader", "auditor", "unlicensed"), "storefront-auditors",
                List.of("auditor"),
                "operations-team", List.of("lead", "owner", "outsider"))
                .forEach((group, names) -> names.forEach(name -> jira.users().join(name, group)));
        projects();
    }

    private void create(SamplePerson person) {
        String name = person.userName();
        jira.users().create(name, person.displayName(), name + "@example.com", name);
    }

    private void projects() {
        Collection<Permission> everything = EnumSet.allOf(Permission.class);
        ProjectRow shop = project("SHOP", "Storefront", "Decisions and blockers of the storefront.");
        grant(shop, "storefront-leads", everything);
        grant(shop, "storefront-team", WORK);
        grant(shop, "storefront-stakeholders", TAKE_PART);
        grant(shop, "storefront-readers", READ);
        jira.permissions().grant(shop.id(), VIEW_AUDIT, "storefront-auditors");
        ProjectRow operations = project("OPS", "Operations", "What has to be done so that the storefront runs.");
        grant(operations, "operations-team", WORK);
        grant(operations, "storefront-readers", READ);
        useTasks(operations);
        ProjectRow risk = project("RISK", "Storefront risks", "Seen by few.");
        grant(risk, "storefront-leads", everything);
        jira.permissions().grant(risk.id(), Permission.ASSIGNABLE_USER, "storefront-team");
    }

    private ProjectRow project(String key, String name, String description) {
        return new ProjectTemplate(jira).create(key, name, description, "lead");
    }

    private void useTasks(ProjectRow project) {
        StatusRow toDo = jira.statuses().create("To Do", "", StatusCategory.NEW);
        StatusRow done = jira.statuses().create("Done", "", StatusCategory.DONE);
        String xml = FirstData.resource("/workflow/task.xml").replace("@TODO@", toDo.id()).replace("@DONE@", done.id());
        jira.workflows().create("admin", OPERATIONS, "How operations tasks move.", xml);
        jira.workflows().scheme(project.workflowSchemeId())
                .ifPresent(scheme -> jira.workflows()
                        .updateScheme(new org.decisiongates.sandbox.jira.model.WorkflowSchemeRow(scheme.id(), scheme.name(),
                                scheme.description(), OPERATIONS, Map.of())));
    }

    private void grant(ProjectRow project, String group, Collection<Permission> permissions) {
        permissions.forEach(permission -> jira.permissions().grant(project.id(), permission, group));
    }
}
