package org.decisiongates.jira.project;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import com.atlassian.jira.config.ConstantsManager;
import com.atlassian.jira.issue.fields.screen.FieldScreenScheme;
import com.atlassian.jira.issue.fields.screen.FieldScreenSchemeManager;
import com.atlassian.jira.issue.fields.screen.issuetype.IssueTypeScreenScheme;
import com.atlassian.jira.issue.fields.screen.issuetype.IssueTypeScreenSchemeEntity;
import com.atlassian.jira.issue.fields.screen.issuetype.IssueTypeScreenSchemeEntityImpl;
import com.atlassian.jira.issue.fields.screen.issuetype.IssueTypeScreenSchemeImpl;
import com.atlassian.jira.issue.fields.screen.issuetype.IssueTypeScreenSchemeManager;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.project.SetupPlanLine.Kind;
import org.decisiongates.text.Message;

/** The screens a project shows for its issue types. */
@JiraComponent
class ScreensOfProject implements Scheme {

    private final IssueTypeScreenSchemeManager schemes;
    private final FieldScreenSchemeManager screenSchemes;
    private final ScreenSchemeEntries entries;
    private final ProjectManager projects;
    private final OwnIssueTypes own;

    ScreensOfProject(IssueTypeScreenSchemeManager schemes, FieldScreenSchemeManager screenSchemes, ConstantsManager constants,
            ProjectManager projects, OwnIssueTypes own) {
        this.schemes = schemes;
        this.screenSchemes = screenSchemes;
        this.entries = new ScreenSchemeEntries(IssueTypeScreenSchemeEntityImpl.class, schemes, screenSchemes, constants);
        this.projects = projects;
        this.own = own;
    }

    @Override
    public boolean isExtended(Project project) {
        return missing(schemes.getIssueTypeScreenScheme(project)).isEmpty();
    }

    @Override
    public Function<Project, SetupPlanLine> plans() {
        Map<Long, List<Project>> users = new HashMap<>();
        return project -> {
            IssueTypeScreenScheme scheme = schemes.getIssueTypeScreenScheme(project);
            if (missing(scheme).isEmpty()) {
                return SetupPlanLine.present(Kind.ISSUE_TYPE_SCREEN_SCHEME, scheme.getName());
            }
            if (scheme.isDefault()) {
                return SetupPlanLine.made(Kind.ISSUE_TYPE_SCREEN_SCHEME, ownName(project), List.of());
            }
            if (users.isEmpty()) {
                for (Project user : projects.getProjectObjects()) {
                    users.computeIfAbsent(schemes.getIssueTypeScreenScheme(user).getId(), id -> new ArrayList<>()).add(user);
                }
            }
            return SharedSchemes.changed(Kind.ISSUE_TYPE_SCREEN_SCHEME, scheme.getName(), users.getOrDefault(scheme.getId(), List.of()),
                    project, List.of());
        };
    }

    @Override
    public Message extend(Project project) {
        IssueTypeScreenScheme scheme = schemes.getIssueTypeScreenScheme(project);
        if (!scheme.isDefault()) {
            addOurs(scheme);
            return Message.of("decision-gates.jira.project.extended-screens", scheme.getName());
        }
        IssueTypeScreenScheme copy = new IssueTypeScreenSchemeImpl(schemes);
        copy.setName(ownName(project));
        copy.setDescription("Made by Decision Gates.");
        copy.store();
        for (IssueTypeScreenSchemeEntity entry : scheme.getEntities()) {
            add(copy, entry.getIssueTypeId(), entry.getFieldScreenScheme());
        }
        addOurs(copy);
        schemes.addSchemeAssociation(project, copy);
        return Message.of("decision-gates.jira.project.own-screens", copy.getName());
    }

    private static String ownName(Project project) {
        return project.getKey() + ": screens with decisions and blockers";
    }

    private List<OwnIssueType> missing(IssueTypeScreenScheme scheme) {
        return Arrays.stream(OwnIssueType.values()).filter(type -> !scheme.containsEntity(own.idOf(type).orElseThrow())).toList();
    }

    private void addOurs(IssueTypeScreenScheme scheme) {
        for (OwnIssueType type : missing(scheme)) {
            add(scheme, own.idOf(type).orElseThrow(), screenSchemes.getFieldScreenScheme(own.screenSchemeOf(type).orElseThrow()));
        }
    }

    private void add(IssueTypeScreenScheme scheme, String issueTypeId, FieldScreenScheme screens) {
        IssueTypeScreenSchemeEntity entry = entries.make();
        entry.setIssueTypeId(issueTypeId);
        entry.setFieldScreenScheme(screens);
        scheme.addEntity(entry);
    }
}
