package org.decisiongates.sandbox.jira.api;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.fields.OrderableField;
import com.atlassian.jira.issue.fields.screen.FieldScreen;
import com.atlassian.jira.issue.fields.screen.FieldScreenLayoutItem;
import com.atlassian.jira.issue.fields.screen.FieldScreenScheme;
import com.atlassian.jira.issue.fields.screen.FieldScreenSchemeItem;
import com.atlassian.jira.issue.fields.screen.FieldScreenTab;
import com.atlassian.jira.issue.fields.screen.issuetype.IssueTypeScreenScheme;
import com.atlassian.jira.issue.fields.screen.issuetype.IssueTypeScreenSchemeEntity;
import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.issue.operation.IssueOperation;
import com.atlassian.jira.issue.operation.IssueOperations;
import com.atlassian.jira.issue.operation.ScreenableIssueOperation;
import com.atlassian.jira.project.Project;

import org.decisiongates.sandbox.host.NotInSandbox;
import org.decisiongates.sandbox.jira.model.IssueTypeScreenSchemeRow;
import org.decisiongates.sandbox.jira.model.Operation;
import org.decisiongates.sandbox.jira.model.ProjectRow;
import org.decisiongates.sandbox.jira.model.SandboxJira;
import org.decisiongates.sandbox.jira.model.ScreenRow;
import org.decisiongates.sandbox.jira.model.ScreenSchemeRow;
import org.decisiongates.sandbox.jira.model.Screens;
import org.decisiongates.sandbox.jira.model.TabRow;
import org.decisiongates.sandbox.platform.Identified;

/**
 * {@code FieldScreenManager}, {@code FieldScreenSchemeManager} and {@code IssueTypeScreenSchemeManager}. What they hand out reads the
 * database anew at every question.
 */
final class SandboxScreens {

    private final SandboxJira jira;
    private final JiraObjects objects;

    SandboxScreens(SandboxJira jira, JiraObjects objects) {
        this.jira = jira;
        this.objects = objects;
    }

    private Screens screens() {
        return jira.screens();
    }

    // screens

    public FieldScreen getFieldScreen(Long id) {
        return id == null ? null : screens().byId(id).map(row -> (FieldScreen) new Screen(row)).orElse(null);
    }

    public Collection<FieldScreen> getFieldScreens() {
        return screens().all().stream().map(row -> (FieldScreen) new Screen(row)).toList();
    }

    public Collection<FieldScreenTab> getFieldScreenTabs(String fieldId) {
        return screens().all().stream().flatMap(row -> row.tabs().stream()).filter(tab -> tab.fieldIds().contains(fieldId))
                .map(tab -> (FieldScreenTab) new Tab(tab)).toList();
    }

    public List<FieldScreenTab> getFieldScreenTabs(FieldScreen screen) {
        return screens().byId(screen.getId()).map(ScreenRow::tabs).orElse(List.of()).stream().map(tab -> (FieldScreenTab) new Tab(tab)).toList();
    }

    public FieldScreenTab getFieldScreenTab(Long id) {
        return screens().tab(id).map(Tab::new).orElse(null);
    }

    public void createFieldScreen(FieldScreen screen) {
        assign(screen, screens().create(screen.getName(), screen.getDescription()).id());
    }

    public void updateFieldScreen(FieldScreen screen) {
        screens().update(screen.getId(), screen.getName(), screen.getDescription());
    }

    public void removeFieldScreen(Long id) {
        screens().delete(id);
    }

    public void createFieldScreenTab(FieldScreenTab tab) {
        assign(tab, screens().addTab(tab.getFieldScreen().getId(), tab.getName()).id());
    }

    public FieldScreenLayoutItem buildNewFieldScreenLayoutItem(String fieldId) {
        return new Item(fieldId);
    }

    public void createFieldScreenLayoutItem(FieldScreenLayoutItem item) {
        screens().addField(((Item) item).tab.getId(), item.getFieldId());
    }

    // screen schemes

    public FieldScreenScheme getFieldScreenScheme(Long id) {
        return id == null ? null : screens().scheme(id).map(row -> (FieldScreenScheme) new Scheme(row)).orElse(null);
    }

    public Collection<FieldScreenScheme> getFieldScreenSchemes() {
        return screens().schemes().stream().map(row -> (FieldScreenScheme) new Scheme(row)).toList();
    }

    public Collection<FieldScreenScheme> getFieldScreenSchemes(FieldScreen screen) {
        return screens().schemes().stream().filter(row -> row.screens().containsValue(screen.getId()))
                .map(row -> (FieldScreenScheme) new Scheme(row)).toList();
    }

    public void createFieldScreenScheme(FieldScreenScheme scheme) {
        assign(scheme, screens().createScheme(scheme.getName(), scheme.getDescription()).id());
    }

    public void updateFieldScreenScheme(FieldScreenScheme scheme) {
        screens().updateScheme(scheme.getId(), scheme.getName(), scheme.getDescription());
    }

    public void removeFieldScreenScheme(FieldScreenScheme scheme) {
        screens().deleteScheme(scheme.getId());
    }

    public void createFieldScreenSchemeItem(FieldScreenSchemeItem item) {
        long scheme = item.getFieldScreenScheme().getId();
        screens().setScreen(scheme, operation(item.getIssueOperation()), item.getFieldScreenId());
        assign(item, scheme);
    }

    public void updateFieldScreenSchemeItem(FieldScreenSchemeItem item) {
        createFieldScreenSchemeItem(item);
    }

    // issue type screen schemes

    public IssueTypeScreenScheme getIssueTypeScreenScheme(Project project) {
        return jira.projects().byId(project.getId()).map(row -> getIssueTypeScreenScheme((Long) row.issueTypeScreenSchemeId())).orElse(null);
    }

    public IssueTypeScreenScheme getIssueTypeScreenScheme(Long id) {
        return screens().typeScheme(id).map(row -> (IssueTypeScreenScheme) new TypeScheme(row)).orElse(null);
    }

    public Collection<IssueTypeScreenScheme> getIssueTypeScreenSchemes() {
        return screens().typeSchemes().stream().map(row -> (IssueTypeScreenScheme) new TypeScheme(row)).toList();
    }

    public IssueTypeScreenScheme getDefaultScheme() {
        return getIssueTypeScreenScheme((Long) Screens.DEFAULT_SCHEME);
    }

    public FieldScreenScheme getFieldScreenScheme(Issue issue) {
        return getIssueTypeScreenScheme(issue.getProjectObject()).getEffectiveFieldScreenScheme(issue.getIssueType());
    }

    public void createIssueTypeScreenScheme(IssueTypeScreenScheme scheme) {
        assign(scheme, screens().createTypeScheme(scheme.getName(), scheme.getDescription()).id());
    }

    public void updateIssueTypeScreenScheme(IssueTypeScreenScheme scheme) {
        screens().updateTypeScheme(scheme.getId(), scheme.getName(), scheme.getDescription());
    }

    public void createIssueTypeScreenSchemeEntity(IssueTypeScreenSchemeEntity entity) {
        long scheme = entity.getIssueTypeScreenScheme().getId();
        screens().setScreenScheme(scheme, entry(entity.getIssueTypeId()), entity.getFieldScreenSchemeId());
        assign(entity, scheme);
    }

    public void updateIssueTypeScreenSchemeEntity(IssueTypeScreenSchemeEntity entity) {
        createIssueTypeScreenSchemeEntity(entity);
    }

    public Collection<Project> getProjects(IssueTypeScreenScheme scheme) {
        List<ProjectRow> rows = jira.projects().all().stream().filter(row -> row.issueTypeScreenSchemeId() == scheme.getId()).toList();
        return objects.projects(rows);
    }

    public void addSchemeAssociation(Project project, IssueTypeScreenScheme scheme) {
        jira.projects().useIssueTypeScreenScheme(project.getId(), scheme.getId());
    }

    public void removeSchemeAssociation(Project project, IssueTypeScreenScheme scheme) {
        associateWithDefaultScheme(project);
    }

    public void associateWithDefaultScheme(Project project) {
        jira.projects().useIssueTypeScreenScheme(project.getId(), Screens.DEFAULT_SCHEME);
    }

    private static void assign(Object standIn, long id) {
        if (standIn instanceof Identified) {
            Identified.assign(standIn, id);
        }
    }

    private static String entry(String issueTypeId) {
        return issueTypeId == null ? IssueTypeScreenSchemeRow.DEFAULT_ENTRY : issueTypeId;
    }

    private static Operation operation(IssueOperation operation) {
        if (operation == null) {
            return Operation.DEFAULT;
        }
        return operation.equals(IssueOperations.CREATE_ISSUE_OPERATION) ? Operation.CREATE
                : operation.equals(IssueOperations.EDIT_ISSUE_OPERATION) ? Operation.EDIT : Operation.VIEW;
    }

    private static ScreenableIssueOperation operation(Operation operation) {
        return switch (operation) {
            case DEFAULT -> null;
            case CREATE -> IssueOperations.CREATE_ISSUE_OPERATION;
            case EDIT -> IssueOperations.EDIT_ISSUE_OPERATION;
            case VIEW -> IssueOperations.VIEW_ISSUE_OPERATION;
        };
    }

    /** A stored screen. */
    private final class Screen implements FieldScreen {

        private final long id;
        private String name;
        private String description;

        Screen(ScreenRow row) {
            id = row.id();
            name = row.name();
            description = row.description();
        }

        @Override
        public Long getId() {
            return id;
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public void setName(String text) {
            name = text;
        }

        @Override
        public String getDescription() {
            return description;
        }

        @Override
        public void setDescription(String text) {
            description = text;
        }

        @Override
        public List<FieldScreenTab> getTabs() {
            return getFieldScreenTabs(this);
        }

        @Override
        public FieldScreenTab getTab(int position) {
            return getTabs().get(position);
        }

        @Override
        public FieldScreenTab addTab(String tabName) {
            return new Tab(screens().addTab(id, tabName));
        }

        @Override
        public void removeTab(int position) {
            screens().deleteTab(getTab(position).getId());
        }

        @Override
        public boolean containsField(String fieldId) {
            return screens().byId(id).filter(row -> row.contains(fieldId)).isPresent();
        }

        @Override
        public void removeFieldScreenLayoutItem(String fieldId) {
            screens().byId(id).ifPresent(row -> row.tabs().forEach(tab -> {
                List<String> rest = new ArrayList<>(tab.fieldIds());
                if (rest.remove(fieldId)) {
                    screens().setFields(tab.id(), rest);
                }
            }));
        }

        @Override
        public void store() {
            screens().update(id, name, description);
        }

        @Override
        public void remove() {
            screens().delete(id);
        }
    }

    /** A stored tab. */
    private final class Tab implements FieldScreenTab {

        private final TabRow row;
        private String name;

        Tab(TabRow row) {
            this.row = row;
            this.name = row.name();
        }

        private List<String> fields() {
            return screens().tab(row.id()).map(TabRow::fieldIds).orElse(List.of());
        }

        @Override
        public Long getId() {
            return row.id();
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public void setName(String text) {
            name = text;
        }

        @Override
        public int getPosition() {
            return row.position();
        }

        @Override
        public void setPosition(int position) {
            throw new NotInSandbox(FieldScreenTab.class, "setPosition(int)");
        }

        @Override
        public FieldScreen getFieldScreen() {
            return SandboxScreens.this.getFieldScreen(row.screenId());
        }

        @Override
        public void setFieldScreen(FieldScreen screen) {
            throw new NotInSandbox(FieldScreenTab.class, "setFieldScreen(FieldScreen)");
        }

        @Override
        public void addFieldScreenLayoutItem(String fieldId) {
            screens().addField(row.id(), fieldId);
        }

        @Override
        public void addFieldScreenLayoutItem(String fieldId, int position) {
            List<String> fields = new ArrayList<>(fields());
            if (!fields.contains(fieldId)) {
                fields.add(Math.min(position, fields.size()), fieldId);
                screens().setFields(row.id(), fields);
            }
        }

        @Override
        public FieldScreenLayoutItem getFieldScreenLayoutItem(String fieldId) {
            return getFieldScreenLayoutItems().stream().filter(item -> item.getFieldId().equals(fieldId)).findFirst().orElse(null);
        }

        @Override
        public List<FieldScreenLayoutItem> getFieldScreenLayoutItems() {
            return fields().stream().map(field -> {
                Item item = new Item(field);
                item.tab = this;
                return (FieldScreenLayoutItem) item;
            }).toList();
        }

        @Override
        public boolean isContainsField(String fieldId) {
            return fields().contains(fieldId);
        }

        @Override
        public void store() {
            screens().renameTab(row.id(), name);
        }
    }

    /** A field's place on a tab. */
    private final class Item implements FieldScreenLayoutItem {

        private final String fieldId;
        private FieldScreenTab tab;

        Item(String fieldId) {
            this.fieldId = fieldId;
        }

        @Override
        public Long getId() {
            throw new NotInSandbox(FieldScreenLayoutItem.class, "getId()");
        }

        @Override
        public String getFieldId() {
            return fieldId;
        }

        @Override
        public OrderableField getOrderableField() {
            return jira.fields().byId(fieldId).filter(row -> row.custom()).map(objects::field).orElse(null);
        }

        @Override
        public int getPosition() {
            return screens().tab(tab.getId()).map(row -> row.fieldIds().indexOf(fieldId)).orElse(0);
        }

        @Override
        public void setFieldScreenTab(FieldScreenTab newTab) {
            tab = newTab;
        }
    }

    /** A stored screen scheme. */
    private final class Scheme implements FieldScreenScheme {

        private final long id;
        private String name;
        private String description;

        Scheme(ScreenSchemeRow row) {
            id = row.id();
            name = row.name();
            description = row.description();
        }

        private ScreenSchemeRow row() {
            return screens().scheme(id).orElseThrow(() -> new IllegalStateException("Screen scheme " + id + " is gone."));
        }

        @Override
        public Long getId() {
            return id;
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public void setName(String text) {
            name = text;
        }

        @Override
        public String getDescription() {
            return description;
        }

        @Override
        public void setDescription(String text) {
            description = text;
        }

        @Override
        public FieldScreen getFieldScreen(IssueOperation operation) {
            ScreenSchemeRow row = row();
            return SandboxScreens.this.getFieldScreen(row.screens().getOrDefault(operation(operation), row.screens().get(Operation.DEFAULT)));
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
            screens().removeScreen(id, operation(operation));
            return item;
        }

        @Override
        public void store() {
            screens().updateScheme(id, name, description);
        }

        @Override
        public void remove() {
            screens().deleteScheme(id);
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
            return SandboxScreens.this.getFieldScreen(screen);
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

    /** A stored issue type screen scheme. */
    private final class TypeScheme implements IssueTypeScreenScheme {

        private final long id;
        private String name;
        private String description;

        TypeScheme(IssueTypeScreenSchemeRow row) {
            id = row.id();
            name = row.name();
            description = row.description();
        }

        private IssueTypeScreenSchemeRow row() {
            return screens().typeScheme(id).orElseThrow(() -> new IllegalStateException("Issue type screen scheme " + id + " is gone."));
        }

        @Override
        public Long getId() {
            return id;
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public void setName(String text) {
            name = text;
        }

        @Override
        public String getDescription() {
            return description;
        }

        @Override
        public void setDescription(String text) {
            description = text;
        }

        @Override
        public Collection<IssueTypeScreenSchemeEntity> getEntities() {
            return row().screenSchemes().entrySet().stream().sorted(java.util.Map.Entry.comparingByKey())
                    .map(entry -> (IssueTypeScreenSchemeEntity) new Entity(this, entry.getKey(), entry.getValue())).toList();
        }

        @Override
        public IssueTypeScreenSchemeEntity getEntity(String issueTypeId) {
            return getEntities().stream().filter(entity -> Objects.equals(entity.getIssueTypeId(), issueTypeId)).findFirst().orElse(null);
        }

        @Override
        public boolean containsEntity(String issueTypeId) {
            return row().screenSchemes().containsKey(entry(issueTypeId));
        }

        @Override
        public void addEntity(IssueTypeScreenSchemeEntity entity) {
            entity.setIssueTypeScreenScheme(this);
            entity.store();
        }

        @Override
        public void removeEntity(String issueTypeId) {
            screens().removeScreenScheme(id, entry(issueTypeId));
        }

        @Override
        public FieldScreenScheme getEffectiveFieldScreenScheme(IssueType type) {
            IssueTypeScreenSchemeRow row = row();
            return SandboxScreens.this.getFieldScreenScheme(row.screenSchemes()
                    .getOrDefault(type.getId(), row.screenSchemes().get(IssueTypeScreenSchemeRow.DEFAULT_ENTRY)));
        }

        @Override
        public boolean isDefault() {
            return id == Screens.DEFAULT_SCHEME;
        }

        @Override
        public void store() {
            screens().updateTypeScheme(id, name, description);
        }

        @Override
        public void remove() {
            screens().deleteTypeScheme(id);
        }
    }

    /** A stored entry of an issue type screen scheme. */
    private final class Entity implements IssueTypeScreenSchemeEntity {

        private IssueTypeScreenScheme scheme;
        private String issueType;
        private Long screenScheme;

        Entity(IssueTypeScreenScheme scheme, String issueType, Long screenScheme) {
            this.scheme = scheme;
            this.issueType = issueType;
            this.screenScheme = screenScheme;
        }

        @Override
        public Long getId() {
            return scheme.getId();
        }

        @Override
        public String getIssueTypeId() {
            return IssueTypeScreenSchemeRow.DEFAULT_ENTRY.equals(issueType) ? null : issueType;
        }

        @Override
        public void setIssueTypeId(String id) {
            issueType = entry(id);
        }

        @Override
        public FieldScreenScheme getFieldScreenScheme() {
            return SandboxScreens.this.getFieldScreenScheme(screenScheme);
        }

        @Override
        public void setFieldScreenScheme(FieldScreenScheme other) {
            screenScheme = other.getId();
        }

        @Override
        public Long getFieldScreenSchemeId() {
            return screenScheme;
        }

        @Override
        public IssueTypeScreenScheme getIssueTypeScreenScheme() {
            return scheme;
        }

        @Override
        public void setIssueTypeScreenScheme(IssueTypeScreenScheme other) {
            scheme = other;
        }

        @Override
        public void store() {
            createIssueTypeScreenSchemeEntity(this);
        }

        @Override
        public void remove() {
            screens().removeScreenScheme(scheme.getId(), issueType);
        }
    }
}
