package org.decisiongates.sandbox.jira.api;

import java.util.Collection;
import java.util.Objects;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.fields.screen.FieldScreenScheme;
import com.atlassian.jira.issue.fields.screen.issuetype.IssueTypeScreenScheme;
import com.atlassian.jira.issue.fields.screen.issuetype.IssueTypeScreenSchemeEntity;
import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.project.Project;

import org.decisiongates.sandbox.jira.model.IssueTypeScreenSchemeRow;
import org.decisiongates.sandbox.jira.model.SandboxJira;
import org.decisiongates.sandbox.jira.model.Screens;

/** {@code IssueTypeScreenSchemeManager}. What it hands out reads the database anew at every question. */
final class SandboxIssueTypeScreenSchemes {

    private final SandboxJira jira;
    private final JiraObjects objects;
    private final SandboxScreenSchemes schemes;

    SandboxIssueTypeScreenSchemes(SandboxJira jira, JiraObjects objects, SandboxScreenSchemes schemes) {
        this.jira = jira;
        this.objects = objects;
        this.schemes = schemes;
    }

    private Screens screens() {
        return jira.screens();
    }

    public IssueTypeScreenScheme getIssueTypeScreenScheme(Project project) {
        return jira.projects().byId(project.getId()).flatMap(row -> screens().typeScheme(row.issueTypeScreenSchemeId()))
                .map(TypeScheme::new).orElse(null);
    }

    public FieldScreenScheme getFieldScreenScheme(Issue issue) {
        return getIssueTypeScreenScheme(issue.getProjectObject()).getEffectiveFieldScreenScheme(issue.getIssueType());
    }

    public void createIssueTypeScreenScheme(IssueTypeScreenScheme scheme) {
        SandboxScreens.assign(scheme, screens().createTypeScheme(scheme.getName(), scheme.getDescription()).id());
    }

    public void updateIssueTypeScreenScheme(IssueTypeScreenScheme scheme) {
        screens().updateTypeScheme(scheme.getId(), scheme.getName(), scheme.getDescription());
    }

    public void createIssueTypeScreenSchemeEntity(IssueTypeScreenSchemeEntity entity) {
        long scheme = entity.getIssueTypeScreenScheme().getId();
        screens().setScreenScheme(scheme, entry(entity.getIssueTypeId()), entity.getFieldScreenSchemeId());
        SandboxScreens.assign(entity, scheme);
    }

    public void updateIssueTypeScreenSchemeEntity(IssueTypeScreenSchemeEntity entity) {
        createIssueTypeScreenSchemeEntity(entity);
    }

    public void addSchemeAssociation(Project project, IssueTypeScreenScheme scheme) {
        jira.projects().useIssueTypeScreenScheme(project.getId(), scheme.getId());
    }

    public Collection<IssueTypeScreenScheme> getIssueTypeScreenSchemes() {
        return screens().typeSchemes().stream().map(row -> (IssueTypeScreenScheme) new TypeScheme(row)).toList();
    }

    public void associateWithDefaultScheme(Project project) {
        jira.projects().useIssueTypeScreenScheme(project.getId(), Screens.DEFAULT_SCHEME);
    }

    public void removeIssueTypeSchemeEntities(IssueTypeScreenScheme scheme) {
        scheme.getEntities().forEach(IssueTypeScreenSchemeEntity::remove);
    }

    /** Whether Jira minds a scheme that is in use, or leaves its entries behind, is not known: here neither is let pass. */
    public void removeIssueTypeScreenScheme(IssueTypeScreenScheme scheme) {
        if (!scheme.getEntities().isEmpty()
                || jira.projects().all().stream().anyMatch(row -> row.issueTypeScreenSchemeId() == scheme.getId())) {
            throw new IllegalStateException("Issue type screen scheme " + scheme.getId() + " has entries or projects.");
        }
        screens().deleteTypeScheme(scheme.getId());
    }

    private static String entry(String issueTypeId) {
        return issueTypeId == null ? IssueTypeScreenSchemeRow.DEFAULT_ENTRY : issueTypeId;
    }

    /** A stored issue type screen scheme. */
    private final class TypeScheme extends Described implements IssueTypeScreenScheme {

        TypeScheme(IssueTypeScreenSchemeRow row) {
            super(row.id(), row.name(), row.description());
        }

        private IssueTypeScreenSchemeRow row() {
            return screens().typeScheme(id).orElseThrow(() -> new IllegalStateException("Issue type screen scheme " + id + " is gone."));
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
            return schemes.getFieldScreenScheme(row.screenSchemes()
                    .getOrDefault(type.getId(), row.screenSchemes().get(IssueTypeScreenSchemeRow.DEFAULT_ENTRY)));
        }

        @Override
        public boolean isDefault() {
            return id == Screens.DEFAULT_SCHEME;
        }

        @Override
        public void store() {
            screens().updateTypeScheme(id, getName(), getDescription());
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
            return schemes.getFieldScreenScheme(screenScheme);
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
