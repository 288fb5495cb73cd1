package org.decisiongates.sandbox.jira.model;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.opensymphony.workflow.loader.ActionDescriptor;
import com.opensymphony.workflow.loader.StepDescriptor;
import com.opensymphony.workflow.loader.ValidatorDescriptor;
import com.opensymphony.workflow.loader.WorkflowDescriptor;

/** Workflows, their drafts, and the schemes that assign them to issue types. */
public final class Workflows {

    /** The scheme every new project uses. */
    public static final long DEFAULT_SCHEME = 1;

    private static final String COLUMNS = "select name, draft, description, xml, updated, updated_by from jira_workflow ";
    private static final int CACHED = 64;

    private final Store store;
    private final SandboxJira jira;
    private final WorkflowPages pages;
    /** What was parsed before, by its XML: derived from the database, so no node can be behind. */
    private final Map<String, WorkflowDescriptor> parsed = Collections.synchronizedMap(new LinkedHashMap<>(CACHED, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, WorkflowDescriptor> eldest) {
            return size() > CACHED;
        }
    });

    Workflows(Store store, SandboxJira jira) {
        this.store = store;
        this.jira = jira;
        this.pages = new WorkflowPages(jira);
    }

    /** The live workflows. */
    public List<WorkflowRow> all() {
        return store.sql(COLUMNS + "where draft = 0 order by name").query(Workflows::row).list();
    }

    public Optional<WorkflowRow> byName(String name, boolean draft) {
        return name == null ? Optional.empty()
                : store.sql(COLUMNS + "where name = ? and draft = ?", name, draft ? 1 : 0).query(Workflows::row).optional();
    }

    /** Whether a scheme in use by a project names it. */
    public boolean isActive(String name) {
        return store.sql("select count(*) from jira_project p join jira_workflow_scheme s on s.id = p.workflow_scheme"
                + " where s.default_workflow = ? or exists (select 1 from jira_workflow_scheme_item x where x.scheme_id = s.id"
                + " and x.workflow = ?)", name, name).query(Long.class).single() > 0;
    }

    /** The workflow an issue of this type gets in the project. */
    public String nameFor(ProjectRow project, String issueTypeId) {
        return scheme(project.workflowSchemeId()).map(scheme -> scheme.workflowFor(issueTypeId)).orElse(WorkflowRow.SYSTEM);
    }

    /** The workflow an issue is in. */
    public String nameOf(IssueRow issue) {
        return store.sql("select workflow from os_entry where id = ?", issue.workflowId()).query(String.class).optional()
                .orElseThrow(() -> new Refused("Issue " + issue.key() + " is in no workflow."));
    }

    /** The live workflow, ready to run; not to be changed. {@link Refused} when it is missing or cannot be read. */
    public WorkflowDescriptor descriptor(String name) {
        WorkflowRow row = byName(name, false).orElseThrow(() -> new Refused("There is no workflow '" + name + "'."));
        WorkflowDescriptor known = parsed.get(row.xml());
        if (known != null) {
            return known;
        }
        try {
            WorkflowDescriptor read = WorkflowXml.read(row.xml());
            parsed.put(row.xml(), read);
            return read;
        } catch (Refused e) {
            throw new Refused("Workflow '" + name + "' is damaged: " + e.getMessage() + " An administrator has to repair it.", e);
        }
    }

    Optional<StepDescriptor> stepOf(IssueRow issue) {
        try {
            return issue.workflowId() == null ? Optional.empty() : WorkflowXml.stepOf(descriptor(nameOf(issue)), issue.statusId());
        } catch (Refused e) {
            return Optional.empty();
        }
    }

    /** The workflow, or its draft, as the editor shows it. */
    public Optional<WorkflowView> view(String name, boolean draft) {
        return byName(name, draft).map(row -> pages.view(row, isActive(name), byName(name, true).isPresent()));
    }

    /** Creates an inactive workflow. */
    public void create(String userKey, String name, String description, String xml) {
        if (name == null || name.isBlank()) {
            throw new Refused("A workflow needs a name.");
        }
        if (byName(name, false).isPresent()) {
            throw new Refused("A workflow named '" + name + "' already exists.");
        }
        check(name, xml);
        store(userKey, name, false, description, xml);
    }

    /** Saves an editable workflow or draft from its XML; {@link Refused} with a reason when it cannot be read. */
    public void save(String userKey, String name, boolean draft, String xml) {
        WorkflowRow row = editable(name, draft);
        check(name, xml);
        store(userKey, name, draft, row.description(), xml);
    }

    public void describe(String userKey, String name, boolean draft, String description) {
        WorkflowRow row = byName(name, draft).orElseThrow(() -> new Refused("There is no workflow '" + name + "'."));
        store(userKey, name, draft, description, row.xml());
    }

    /** Removes a workflow no scheme names. */
    public void delete(String name) {
        if (WorkflowRow.SYSTEM.equals(name)
                || schemes().stream().anyMatch(scheme -> scheme.defaultWorkflow().equals(name) || scheme.mappings().containsValue(name))) {
            throw new Refused("Workflow '" + name + "' is in use by a workflow scheme.");
        }
        store.sql("delete from jira_workflow where name = ?", name).update();
    }

    public void createDraft(String userKey, String name) {
        store.inTransaction(() -> {
            WorkflowRow row = byName(name, false).orElseThrow(() -> new Refused("There is no workflow '" + name + "'."));
            if (!isActive(name)) {
                throw new Refused("Workflow '" + name + "' is not active; edit it directly.");
            }
            if (row.system()) {
                throw new Refused("The system workflow cannot be edited; copy it.");
            }
            if (byName(name, true).isPresent()) {
                throw new Refused("Workflow '" + name + "' already has a draft.");
            }
            store(userKey, name, true, row.description(), row.xml());
        });
    }

    public boolean discardDraft(String name) {
        return store.sql("delete from jira_workflow where name = ? and draft = 1", name).update() > 0;
    }

    /** Makes the draft the live workflow; {@link Refused} where issues would fall out of it. */
    public void publishDraft(String userKey, String name) {
        store.inTransaction(() -> {
            WorkflowRow draft = byName(name, true).orElseThrow(() -> new Refused("Workflow '" + name + "' has no draft."));
            List<String> against = problemsOfPublishing(name);
            if (!against.isEmpty()) {
                throw new Refused(String.join(" ", against));
            }
            store(userKey, name, false, draft.description(), draft.xml());
            discardDraft(name);
        });
    }

    /** What stands against publishing the draft. */
    public List<String> problemsOfPublishing(String name) {
        Optional<WorkflowRow> row = byName(name, true);
        if (row.isEmpty()) {
            return List.of("Workflow '" + name + "' has no draft.");
        }
        try {
            check(name, row.get().xml());
            WorkflowDescriptor draft = WorkflowXml.read(row.get().xml());
            List<String> problems = new ArrayList<>();
            for (StepDescriptor step : WorkflowXml.steps(descriptor(name))) {
                StepDescriptor twin = draft.getStep(step.getId());
                if (twin == null) {
                    problems.add("The draft lacks step '" + step.getName() + "', in which issues may be.");
                } else if (!String.valueOf(WorkflowXml.status(step)).equals(WorkflowXml.status(twin))) {
                    problems.add("The draft links step '" + step.getName() + "' to another status.");
                }
            }
            return problems;
        } catch (Refused e) {
            return List.of(e.getMessage());
        }
    }

    /** The validators an administrator may add. */
    public List<RuleModule> validatorModules() {
        return jira.apps().ruleModules("workflow-validator");
    }

    /** The empty form of a validator module, safe to print inside a form. */
    public String newValidatorForm(String moduleKey) {
        return jira.apps().ruleHtml(moduleKey, "input-parameters", null);
    }

    /** The filled form of a stored validator, safe to print inside a form. */
    public String validatorForm(String name, boolean draft, int transition, int index) {
        WorkflowRow row = byName(name, draft).orElseThrow(() -> new Refused("There is no workflow '" + name + "'."));
        ValidatorDescriptor validator = validator(action(WorkflowXml.read(row.xml()), transition), index);
        return jira.apps().ruleHtml(WorkflowPages.module(validator.getArgs()), "edit-parameters", validator);
    }

    /** Adds a validator from the values of its form; {@link Refused} with the module's own words when it does not take them. */
    public void addValidator(String userKey, String name, boolean draft, int transition, String moduleKey, Map<String, String[]> form) {
        Map<String, String> arguments = arguments(moduleKey, form);
        edit(userKey, name, draft, transition, validators -> {
            ValidatorDescriptor validator = new ValidatorDescriptor();
            validator.setType("class");
            fill(validator, arguments);
            validators.add(validator);
        });
    }

    public void editValidator(String userKey, String name, boolean draft, int transition, int index, Map<String, String[]> form) {
        edit(userKey, name, draft, transition, validators -> {
            ValidatorDescriptor validator = at(validators, index);
            Map<String, String> arguments = arguments(WorkflowPages.module(validator.getArgs()), form);
            validator.getArgs().clear();
            fill(validator, arguments);
        });
    }

    public void deleteValidator(String userKey, String name, boolean draft, int transition, int index) {
        edit(userKey, name, draft, transition, validators -> validators.remove(at(validators, index)));
    }

    private interface Edit {
        void apply(List<ValidatorDescriptor> validators);
    }

    @SuppressWarnings("unchecked")
    private void edit(String userKey, String name, boolean draft, int transition, Edit edit) {
        store.inTransaction(() -> {
            WorkflowRow row = editable(name, draft);
            WorkflowDescriptor workflow = WorkflowXml.read(row.xml());
            edit.apply(action(workflow, transition).getValidators());
            save(userKey, name, draft, WorkflowXml.write(workflow));
        });
    }

    private Map<String, String> arguments(String moduleKey, Map<String, String[]> form) {
        Map<String, String> arguments = new LinkedHashMap<>(jira.apps().ruleArguments(moduleKey, form));
        // Jira writes the key of a module into workflows without the colon
        arguments.put("full.module.key", moduleKey.replaceFirst(":", ""));
        arguments.put("class.name", jira.apps().ruleClass(moduleKey));
        return arguments;
    }

    @SuppressWarnings("unchecked")
    private static void fill(ValidatorDescriptor validator, Map<String, String> arguments) {
        validator.getArgs().putAll(arguments);
    }

    private static ActionDescriptor action(WorkflowDescriptor workflow, int transition) {
        return WorkflowXml.action(workflow, transition)
                .orElseThrow(() -> new Refused("The workflow has no transition " + transition + "."));
    }

    @SuppressWarnings("unchecked")
    private static ValidatorDescriptor validator(ActionDescriptor action, int index) {
        return at(action.getValidators(), index);
    }

    private static ValidatorDescriptor at(List<ValidatorDescriptor> validators, int index) {
        if (index < 0 || index >= validators.size()) {
            throw new Refused("The transition has no validator number " + (index + 1) + "; somebody else may have removed it.");
        }
        return validators.get(index);
    }

    private WorkflowRow editable(String name, boolean draft) {
        WorkflowRow row = byName(name, draft)
                .orElseThrow(() -> new Refused(draft ? "Workflow '" + name + "' has no draft." : "There is no workflow '" + name + "'."));
        if (row.system()) {
            throw new Refused("The system workflow cannot be edited; copy it.");
        }
        if (!draft && isActive(name)) {
            throw new Refused("Workflow '" + name + "' is active; create a draft, edit that and publish it.");
        }
        return row;
    }

    private void check(String name, String xml) {
        List<String> problems = WorkflowXml.problems(WorkflowXml.read(xml), jira.statuses(), jira.screens());
        if (!problems.isEmpty()) {
            throw new Refused("Workflow '" + name + "' cannot be saved: " + String.join(" ", problems));
        }
    }

    /** Writes without asking whether the XML makes sense, as an edit of the database would. */
    void store(String userKey, String name, boolean draft, String description, String xml) {
        store.inTransaction(() -> {
            store.sql("delete from jira_workflow where name = ? and draft = ?", name, draft ? 1 : 0).update();
            store.sql("insert into jira_workflow (name, draft, description, xml, updated, updated_by) values (?, ?, ?, ?, ?, ?)", name,
                    draft ? 1 : 0, description, xml, Store.millis(jira.clock().instant()), userKey).update();
        });
    }

    public Optional<WorkflowSchemeRow> scheme(long id) {
        return store.sql("select id, name, description, default_workflow from jira_workflow_scheme where id = ?", id)
                .query((rows, n) -> scheme(rows)).optional();
    }

    public List<WorkflowSchemeRow> schemes() {
        return store.sql("select id, name, description, default_workflow from jira_workflow_scheme order by id")
                .query((rows, n) -> scheme(rows)).list();
    }

    public WorkflowSchemeRow createScheme(String name, String description, String defaultWorkflow, Map<String, String> mappings) {
        return store.inTransaction(() -> {
            if (schemes().stream().anyMatch(scheme -> scheme.name().equals(name))) {
                throw new Refused("A workflow scheme named '" + name + "' already exists.");
            }
            long id = store.insert("insert into jira_workflow_scheme (name, description, default_workflow) values (?, ?, ?)", name,
                    description, defaultWorkflow == null ? WorkflowRow.SYSTEM : defaultWorkflow);
            map(id, mappings);
            return scheme(id).orElseThrow();
        });
    }

    public void updateScheme(WorkflowSchemeRow scheme) {
        store.inTransaction(() -> {
            store.sql("update jira_workflow_scheme set name = ?, description = ?, default_workflow = ? where id = ?", scheme.name(),
                    scheme.description(), scheme.defaultWorkflow(), scheme.id()).update();
            store.sql("delete from jira_workflow_scheme_item where scheme_id = ?", scheme.id()).update();
            map(scheme.id(), scheme.mappings());
        });
    }

    public void deleteScheme(long id) {
        store.inTransaction(() -> {
            store.sql("delete from jira_workflow_scheme_item where scheme_id = ?", id).update();
            store.sql("delete from jira_workflow_scheme where id = ?", id).update();
        });
    }

    private void map(long schemeId, Map<String, String> mappings) {
        Set<String> unknown = new LinkedHashSet<>(mappings.values());
        unknown.removeIf(name -> byName(name, false).isPresent());
        if (!unknown.isEmpty()) {
            throw new Refused("The scheme names workflows that do not exist: " + unknown + ".");
        }
        mappings.forEach((type, workflow) -> store.sql("insert into jira_workflow_scheme_item (scheme_id, issue_type, workflow)"
                + " values (?, ?, ?)", schemeId, type, workflow).update());
    }

    private WorkflowSchemeRow scheme(ResultSet rows) throws SQLException {
        long id = rows.getLong(1);
        Map<String, String> mappings = new LinkedHashMap<>();
        store.sql("select issue_type, workflow from jira_workflow_scheme_item where scheme_id = ? order by issue_type", id).query(item -> {
            mappings.put(item.getString(1), item.getString(2));
        });
        return new WorkflowSchemeRow(id, rows.getString(2), Store.orEmpty(rows.getString(3)), rows.getString(4), mappings);
    }

    private static WorkflowRow row(ResultSet rows, int number) throws SQLException {
        return new WorkflowRow(rows.getString(1), rows.getInt(2) == 1, Store.orEmpty(rows.getString(3)), rows.getString(4),
                Store.instant(rows.getLong(5)), rows.getString(6));
    }
}
