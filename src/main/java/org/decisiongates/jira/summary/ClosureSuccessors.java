package org.decisiongates.jira.summary;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.atlassian.jira.issue.Issue;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.DecisionPhase;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.link.SupersedingLinks;
import org.decisiongates.jira.platform.search.Visibility;
import org.decisiongates.metric.Listing;
import org.decisiongates.summary.Closure;
import org.decisiongates.summary.WeeklySummary;
import org.decisiongates.timeline.PhaseChange;
import org.decisiongates.timeline.Phases;

/** What holds in place of Decisions that were superseded in a week: the other end of the newest link that says so. */
@JiraComponent
class ClosureSuccessors {

    private final SupersedingLinks links;
    private final OwnIssueTypes types;

    ClosureSuccessors(SupersedingLinks links, OwnIssueTypes types) {
        this.links = links;
        this.types = types;
    }

    /** Ids of the successors by the id of the superseded Decision, whoever may see them. Reads the links of these alone. */
    Map<Long, Long> of(Listing<PhaseChange> closures) {
        Map<Long, Long> successors = new HashMap<>();
        closures.rows().stream().limit(WeeklySummary.MAX_ROWS).filter(change -> change.phase().equals(Phases.SUPERSEDED))
                .forEach(change -> {
                    List<Issue> all = links.successorsOf(change.issueId());
                    if (!all.isEmpty()) {
                        successors.put(change.issueId(), all.get(all.size() - 1).getId());
                    }
                });
        return successors;
    }

    /**
     * The successor as a row names it. What is stored for everybody names it only in the same project: whoever may see all of that may then
     * see it, too.
     *
     * @param found the successor, where the reader may see it
     */
    Optional<Closure.IssueName> named(Issue superseded, Optional<Issue> found, Visibility visibility) {
        return found.filter(other -> isSuperseded(superseded))
                .filter(other -> !visibility.unrestricted() || other.getProjectId().equals(superseded.getProjectId()))
                .map(other -> new Closure.IssueName(other.getId(), other.getKey()));
    }

    /** The link of a Decision that was taken up again says nothing of what holds. */
    private boolean isSuperseded(Issue issue) {
        return types.of(issue).flatMap(type -> types.phaseOf(type, issue.getProjectId(), issue.getStatusId()))
                .filter(status -> status.phase().equals(DecisionPhase.SUPERSEDED.name())).isPresent();
    }
}
