package org.decisiongates.jira.project;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import com.atlassian.jira.issue.fields.config.FieldConfigScheme;
import com.atlassian.jira.issue.fields.config.manager.IssueTypeSchemeManager;
import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.project.Project;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
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
    public Function<Project, Optional<Message>> obstacles() {
        return this::obstacle;
    }

    private Optional<Message> obstacle(Project project) {
        FieldConfigScheme scheme = schemes.getConfigScheme(project);
        return schemes.isDefaultIssueTypeScheme(scheme) ? Optional.empty()
                : SharedSchemes.obstacle(scheme.getName(), scheme.getAssociatedProjectObjects(), project);
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
        FieldConfigScheme copy = schemes.create(project.getKey() + ": issue types with decisions and blockers", "Made by Decision Gates.",
                ids);
        schemes.setProjectAssociationsForIssueTypeScheme(copy, List.of(project));
        return Message.of("decision-gates.jira.project.own-issue-types", copy.getName());
    }

    private List<String> ids(FieldConfigScheme scheme) {
        return schemes.getIssueTypesForScheme(scheme).stream().map(IssueType::getId).toList();
    }

    private List<String> ours() {
        return Arrays.stream(OwnIssueType.values()).map(type -> own.idOf(type).orElseThrow()).toList();
    }
}
