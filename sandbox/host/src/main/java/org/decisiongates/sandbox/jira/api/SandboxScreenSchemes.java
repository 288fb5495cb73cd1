package org.decisiongates.sandbox.jira.api;

import java.util.Collection;
import java.util.Objects;

import com.atlassian.jira.issue.fields.screen.FieldScreen;
import com.atlassian.jira.issue.fields.screen.FieldScreenScheme;
import com.atlassian.jira.issue.fields.screen.FieldScreenSchemeItem;
import com.atlassian.jira.issue.operation.IssueOperation;
import com.atlassian.jira.issue.operation.IssueOperations;
import com.atlassian.jira.issue.operation.ScreenableIssueOperation;

import org.decisiongates.sandbox.jira.model.Operation;
import org.decisiongates.sandbox.jira.model.ScreenSchemeRow;
import org.decisiongates.sandbox.jira.model.Screens;

/** {@code FieldScreenSchemeManager}. What it hands out reads the database anew at every question. */
final class SandboxScreenSchemes {

    private final Screens screens;
    private final SandboxScreens fieldScreens;

    SandboxScreenSchemes(Screens screens, SandboxScreens fieldScreens) {
        this.screens = screens;
        this.fieldScreens = fieldScreens;
    }

    public FieldScreenScheme getFieldScreenScheme(Long id) {
        return id == null ? null : screens.scheme(id).map(row -> (FieldScreenScheme) new Scheme(row)).orElse(null);
    }

    public Collection<FieldScreenScheme> getFieldScreenSchemes() {
        return screens.schemes().stream().map(row -> (FieldScreenScheme) new Scheme(row)).toList();
    }

    public void createFieldScreenScheme(FieldScreenScheme scheme) {
        SandboxScreens.assign(scheme, screens.createScheme(scheme.getName(), scheme.getDescription()).id());
    }

    public void updateFieldScreenScheme(FieldScreenScheme scheme) {
        screens.updateScheme(scheme.getId(), scheme.getName(), scheme.getDescription());
    }

    public void removeFieldScreenScheme(FieldScreenScheme scheme) {
        screens.deleteScheme(scheme.getId());
    }

    public void createFieldScreenSchemeItem(FieldScreenSchemeItem item) {
        long scheme = item.getFieldScreenScheme().getId();
        screens.setScreen(scheme, operation(item.getIssueOperation()), item.getFieldScreenId());
        SandboxScreens.assign(item, scheme);
    }

    public void updateFieldScreenSchemeItem(FieldScreenSchemeItem item) {
        createFieldScreenSchemeItem(item);
    }

    private static Operation operation(IssueOperation operation) {
        if (operation == null) {
            return Operation.DEFAULT;
        }
        return operation.equals(IssueOperations.CREATE_ISSUE_OPERATION) ? Operation.CREATE
                : operation.equals(IssueOperations.EDIT_ISSUE_OPERATION) ? Operation.EDIT
                : Operation.VIEW;
    }

    private static ScreenableIssueOperation operation(Operation operation) {
        return switch (operation) {
            case DEFAULT -> null;
            case CREATE -> IssueOperations.CREATE_ISSUE_OPERATION;
            case EDIT -> IssueOperations.EDIT_ISSUE_OPERATION;
            case VIEW -> IssueOperations.VIEW_ISSUE_OPERATION;
        };
    }

    /** A stored screen scheme. */
    private final class Scheme extends Described implements FieldScreenScheme {

        Scheme(ScreenSchemeRow row) {
            super(row.id(), row.name(), row.description());
        }

        private ScreenSchemeRow row() {
            return screens.scheme(id).orElseThrow(() -> new IllegalStateException("Screen scheme " + id + " is gone."));
        }

        @Override
        public FieldScreen getFieldScreen(IssueOperation operation) {
            ScreenSchemeRow row = row();
            return fieldScreens.getFieldScreen(row.screens().getOrDefault(operation(operation), row.screens().get(Operation.DEFAULT)));
        }

        @Override
        public FieldScreenSchemeItem getFieldScreenSchemeItem(IssueOperation operation) {
            return getFieldScreenSchemeItems().stream().filter(item -> Objects.equals(item.getIssueOperation(), operation)).findFirst()
                    .orElse(null);
        }

        @Override
        public Collection<FieldScreenSchemeItem> getFieldScreenSchemeItems() {
            return row().screens().entrySet().stream().sorted(java.util.Map.Entry.comparingByKey())
                    .map(entry -> (FieldScreenSchemeItem) new SchemeItem(this, operation(entry.getKey()), entry.getValue())).toList();
        }

        @Override
        public void addFieldScreenSchemeItem(FieldScreenSchemeItem item) {
            item.setFieldScreenScheme(this);
            item.store();
        }

        @Override
        public FieldScreenSchemeItem removeFieldScreenSchemeItem(IssueOperation operation) {
            FieldScreenSchemeItem item = getFieldScreenSchemeItem(operation);
            screens.removeScreen(id, operation(operation));
            return item;
        }

        @Override
        public void store() {
            screens.updateScheme(id, getName(), getDescription());
        }

        @Override
        public void remove() {
            screens.deleteScheme(id);
        }
    }

    /** A stored entry of a screen scheme. */
    private final class SchemeItem implements FieldScreenSchemeItem {

        private FieldScreenScheme scheme;
        private ScreenableIssueOperation operation;
        private Long screen;

        SchemeItem(FieldScreenScheme scheme, ScreenableIssueOperation operation, Long screen) {
            this.scheme = scheme;
            this.operation = operation;
            this.screen = screen;
        }

        @Override
        public Long getId() {
            return scheme.getId();
        }

        @Override
        public void setIssueOperation(ScreenableIssueOperation other) {
            operation = other;
        }

        @Override
        public ScreenableIssueOperation getIssueOperation() {
            return operation;
        }

        @Override
        public void setFieldScreen(FieldScreen other) {
            screen = other.getId();
        }

        @Override
        public FieldScreen getFieldScreen() {
            return fieldScreens.getFieldScreen(screen);
        }

        @Override
        public void setFieldScreenScheme(FieldScreenScheme other) {
            scheme = other;
        }

        @Override
        public FieldScreenScheme getFieldScreenScheme() {
            return scheme;
        }

        @Override
        public Long getFieldScreenId() {
            return screen;
        }

        @Override
        public void store() {
            createFieldScreenSchemeItem(this);
        }
    }
}
