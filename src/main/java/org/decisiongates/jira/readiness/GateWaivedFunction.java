package org.decisiongates.jira.readiness;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;

import org.decisiongates.jira.platform.search.IssueFunction;
import org.decisiongates.jira.platform.search.JqlBuilder;
import org.decisiongates.jira.platform.search.Searches;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.text.Message;
import org.decisiongates.waiver.Waivers;

/** {@code issue in gateWaived()}: issues for which a rule of a policy is waived now. Arguments are keys of the projects to look into. */
public final class GateWaivedFunction extends IssueFunction {

    /** Jira's own limit for the ids in a query. */
    private static final int MOST_IN_A_SEARCH = 1_000;

    private final Waivers waivers;
    private final ProjectTime time;

    public GateWaivedFunction(Searches searches, JiraTexts texts, Waivers waivers, ProjectTime time) {
        super(searches, texts);
        this.waivers = waivers;
        this.time = time;
    }

    @Override
    protected Optional<Message> fault(List<String> arguments) {
        return Optional.empty();
    }

    @Override
    protected Optional<Message> excess(List<String> arguments) {
        return waived().size() < MOST_IN_A_SEARCH ? Optional.empty()
                : Optional.of(Message.of("decision-gates.readiness.jql.too-many-waived", getFunctionName(), MOST_IN_A_SEARCH));
    }

    private Set<Long> waived() {
        return waivers.issuesWithActive(time.now().toInstant(), MOST_IN_A_SEARCH);
    }

    @Override
    protected List<String> candidates(ApplicationUser searcher, List<String> arguments) {
        Set<Long> waived = waived();
        return waived.isEmpty() ? List.of() : List.of(JqlBuilder.within(arguments, JqlBuilder.issues(waived)));
    }

    @Override
    protected Optional<String> typed(List<String> arguments) {
        return Optional.of(JqlBuilder.within(arguments, ""));
    }

    @Override
    protected Set<Long> passing(List<Issue> issues, ApplicationUser searcher, List<String> arguments) {
        return issues.stream().map(Issue::getId).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
