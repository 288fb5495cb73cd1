package org.decisiongates.sandbox.jira.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Workflows, their drafts, and the schemes that assign them to issue types. */
public final class Workflows {

    /** The scheme every new project uses. */
    public static final long DEFAULT_SCHEME = 1;

    private final Store store;
    private final SandboxJira jira;

    Workflows(Store store, SandboxJira jira) {
        this.store = store;
        this.jira = jira;
    }

    public List<WorkflowRow> all() {
        throw new UnsupportedOperationException();
    }

    public Optional<WorkflowRow> byName(String name, boolean draft) {
        throw new UnsupportedOperationException();
    }

    /** Whether a scheme in use by a project names it. */
    public boolean isActive(String name) {
        throw new UnsupportedOperationException();
    }

    /** The workflow, or its draft, as the editor shows it. */
    public Optional<WorkflowView> view(String name, boolean draft) {
        throw new UnsupportedOperationException();
    }

    /** Saves an editable workflow or draft from its XML; {@link Refused} with a reason when it cannot be read. */
    public void save(String userKey, String name, boolean draft, String xml) {
        throw new UnsupportedOperationException();
    }

    public void createDraft(String userKey, String name) {
        throw new UnsupportedOperationException();
    }

    public void discardDraft(String name) {
        throw new UnsupportedOperationException();
    }

    public void publishDraft(String userKey, String name) {
        throw new UnsupportedOperationException();
    }

    /** The validators an administrator may add. */
    public List<RuleModule> validatorModules() {
        throw new UnsupportedOperationException();
    }

    /** The empty form of a validator module, safe to print inside a form. */
    public String newValidatorForm(String moduleKey) {
        throw new UnsupportedOperationException();
    }

    /** The filled form of a stored validator, safe to print inside a form. */
    public String validatorForm(String name, boolean draft, int transition, int index) {
        throw new UnsupportedOperationException();
    }

    /** Adds a validator from the values of its form; {@link Refused} with the module's own words when it does not take them. */
    public void addValidator(String userKey, String name, boolean draft, int transition, String moduleKey, Map<String, String[]> form) {
        throw new UnsupportedOperationException();
    }

    public void editValidator(String userKey, String name, boolean draft, int transition, int index, Map<String, String[]> form) {
        throw new UnsupportedOperationException();
    }

    public void deleteValidator(String userKey, String name, boolean draft, int transition, int index) {
        throw new UnsupportedOperationException();
    }

    public Optional<WorkflowSchemeRow> scheme(long id) {
        throw new UnsupportedOperationException();
    }

    public List<WorkflowSchemeRow> schemes() {
        throw new UnsupportedOperationException();
    }

    public WorkflowSchemeRow createScheme(String name, String description, String defaultWorkflow, Map<String, String> mappings) {
        throw new UnsupportedOperationException();
    }

    public void updateScheme(WorkflowSchemeRow scheme) {
        throw new UnsupportedOperationException();
    }
}
