package org.decisiongates.jira.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.atlassian.jira.config.IssueTypeManager;
import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.project.Project;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.health.HealthCheck;
import org.decisiongates.health.HealthFinding;
import org.decisiongates.jira.platform.issuetype.IssueTypeMaps;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.project.WorkflowsInUse;
import org.decisiongates.policy.Scope;

/**
 * Whether the issue types that projects use as Decisions and Blockers are still there, have the app's fields on their screens, and have no
 * policy that would not be asked. Reads what Jira holds in memory.
 */
@JiraComponent
class IssueTypeMapHealthCheck implements HealthCheck {

    private static final String GET_STARTED = "/plugins/servlet/decision-gates/get-started?project=";

    private final IssueTypeMaps maps;
    private final WorkflowsInUse inUse;
    private final IssueTypeManager issueTypes;
    private final IssueTypeMapSurvey survey;

    IssueTypeMapHealthCheck(IssueTypeMaps maps, WorkflowsInUse inUse, IssueTypeManager issueTypes, IssueTypeMapSurvey survey) {
        this.maps = maps;
        this.inUse = inUse;
        this.issueTypes = issueTypes;
        this.survey = survey;
    }

    @Override
    public String key() {
        return "types";
    }

    @Override
    public List<HealthFinding> findings(Scope scope) {
        List<HealthFinding> findings = new ArrayList<>();
        if (!maps.projects().isEmpty()) {
            inUse.projects(scope).forEach(project -> maps.of(project.getId()).types()
                    .forEach((type, id) -> findings.addAll(findings(project, type, id))));
        }
        return findings;
    }

    private List<HealthFinding> findings(Project project, OwnIssueType type, String id) {
        Optional<IssueType> used = project.getIssueTypes().stream().filter(one -> one.getId().equals(id)).findFirst();
        if (used.isEmpty()) {
            IssueType elsewhere = issueTypes.getIssueType(id);
            HealthFinding finding = elsewhere == null ? HealthFinding.error("types.deleted", project.getKey(), type.label(), id)
                    : HealthFinding.error("types.not-offered", project.getKey(), type.label(), elsewhere.getName());
            return List.of(finding.fixedAt(GET_STARTED + project.getKey()));
        }
        List<HealthFinding> findings = new ArrayList<>();
        for (Map.Entry<String, List<String>> screen : survey.lackingOnScreens(project, type, used.get()).entrySet()) {
            findings.add(HealthFinding.warning("types.screen", screen.getKey(), String.join(", ", screen.getValue()), project.getKey(),
                    used.get().getName(), type.label()));
        }
        survey.policiesFor(project, id).forEach(policy -> findings
                .add(HealthFinding.warning("types.policy", policy, type.label(), used.get().getName(), project.getKey())));
        return findings;
    }
}
