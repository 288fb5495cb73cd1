package org.decisiongates.jira.readiness;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;

import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnStatus;
import org.decisiongates.jira.platform.search.IssueFunction;
import org.decisiongates.jira.platform.search.JqlBuilder;
import org.decisiongates.jira.platform.search.PhaseSearch;
import org.decisiongates.jira.platform.search.Searches;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.text.Message;

/**
 * {@code issue in decisionsWithoutOwner()}: open Decisions for which the rule {@code has-owner} fails, because nobody is named, or somebody
 * who has left or cannot be assigned work. Arguments are keys of the projects to look into.
 */
public final class DecisionsWithoutOwnerFunction extends IssueFunction {

    private static final String RULE = "has-owner";

    private final PhaseSearch phases;
    private final ReadinessService readiness;

    public DecisionsWithoutOwnerFunction(Searches searches, JiraTexts texts, PhaseSearch phases, ReadinessService readiness) {
        super(searches, texts);
        this.phases = phases;
        this.readiness = readiness;
    }

    @Override
    protected Optional<Message> fault(List<String> arguments) {
        return Optional.empty();
    }

    @Override
    protected List<String> candidates(ApplicationUser searcher, List<String> arguments) {
        return phases.jql(OwnIssueType.DECISION, OwnStatus::open, searcher).map(open -> JqlBuilder.within(arguments, open)).stream()
                .toList();
    }

    @Override
    protected Set<Long> passing(List<Issue> issues, ApplicationUser searcher, List<String> arguments) {
        return readiness.failing(issues, searcher, RULE);
    }
}
