package org.decisiongates.jira.project;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import com.atlassian.jira.issue.fields.config.FieldConfigScheme;
import com.atlassian.jira.issue.fields.config.manager.IssueTypeSchemeManager;
import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.project.Project;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.project.SetupPlanLine.Kind;
import org.decisiongates.text.Message;

/** The issue types a project offers. */
@JiraComponent
class IssueTypesOfProject implements Scheme {

    private final IssueTypeSchemeManager schemes;
    private final OwnIssueTypes own;

    IssueTypesOfProject(IssueTypeSchemeManager schemes, OwnIssueTypes own) {
        this.schemes = schemes;
        this.own = own;
    }

    @Override
    public boolean isExtended(Project project) {
        return ids(schemes.getConfigScheme(project)).containsAll(ours());
    }

    @Override
    public Function<Project, SetupPlanLine> plans() {
        return this::plan;
    }

    private SetupPlanLine plan(Project project) {
        FieldConfigScheme scheme = schemes.getConfigScheme(project);
        if (ids(scheme).containsAll(ours())) {
            return SetupPlanLine.present(Kind.ISSUE_TYPE_SCHEME, scheme.getName());
        }
        return schemes.isDefaultIssueTypeScheme(scheme) ? SetupPlanLine.made(Kind.ISSUE_TYPE_SCHEME, ownName(project), List.of())
                : SharedSchemes.changed(Kind.ISSUE_TYPE_SCHEME, scheme.getName(), scheme.getAssociatedProjectObjects(), project, List.of());
    }

    @Override
    public Message extend(Project project) {
        FieldConfigScheme scheme = schemes.getConfigScheme(project);
        List<String> ids = new ArrayList<>(ids(scheme));
        ours().stream().filter(id -> !ids.contains(id)).forEach(ids::add);
        if (!schemes.isDefaultIssueTypeScheme(scheme)) {
            schemes.update(scheme, ids);
            return Message.of("decision-gates.jira.project.extended-issue-types", scheme.getName());
        }
        FieldConfigScheme copy = schemes.create(ownName(project), "Made by Decision Gates.", ids);
        schemes.setProjectAssociationsForIssueTypeScheme(copy, List.of(project));
        return Message.of("decision-gates.jira.project.own-issue-types", copy.getName());
    }

    private static String ownName(Project project) {
        return project.getKey() + ": issue types with decisions and blockers";
    }

    private List<String> ids(FieldConfigScheme scheme) {
        return schemes.getIssueTypesForScheme(scheme).stream().map(IssueType::getId).toList();
    }

    private List<String> ours() {
        return Arrays.stream(OwnIssueType.values()).map(type -> own.idOf(type).orElseThrow()).toList();
    }
}
