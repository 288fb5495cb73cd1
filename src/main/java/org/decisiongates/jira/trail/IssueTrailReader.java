package org.decisiongates.jira.trail;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.approval.ApprovalSteps;
import org.decisiongates.approval.RequiredApproval;
import org.decisiongates.approval.SealedApprovalStep;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.PhaseMaps;
import org.decisiongates.jira.platform.link.ScopeChangeLinks;
import org.decisiongates.jira.platform.search.HiddenIssueFilter;
import org.decisiongates.policy.Policies;
import org.decisiongates.review.ReviewThreads;
import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.Changes;
import org.decisiongates.timeline.PhaseReader;
import org.decisiongates.trail.Trail;
import org.decisiongates.trail.TrailNames;

/**
 * Reads the trail of a Decision that the caller may see: three statements and Jira's history of it, one more statement where scope
 * changes are linked to it, and where it has links what {@link HiddenIssueFilter} costs.
 */
@JiraComponent
class IssueTrailReader {

    /** How many changes of a Decision are read, and how many of all those that change its scope. */
    static final int MAX_CHANGES = 10_000;
    /** How many issues that change its scope are read. */
    private static final int MAX_TOGETHER = 200;
    private static final Set<Change.Item> LINKS = Set.of(Change.Item.LINK, Change.Item.SUCCESSOR);

    private final Changes changes;
    private final ReviewThreads threads;
    private final ApprovalSteps approvals;
    private final Policies policies;
    private final PhaseMaps phaseMaps;
    private final ScopeChangeLinks scopeChanges;
    private final TextEditHistory edits;
    private final HiddenIssueFilter hidden;
    private final TrailPersonNames people;
    private final JiraAuthenticationContext authentication;

    IssueTrailReader(Changes changes, ReviewThreads threads, ApprovalSteps approvals, Policies policies, PhaseMaps phaseMaps,
            ScopeChangeLinks scopeChanges, TextEditHistory edits, HiddenIssueFilter hidden, TrailPersonNames people,
            JiraAuthenticationContext authentication) {
        this.changes = changes;
        this.threads = threads;
        this.approvals = approvals;
        this.policies = policies;
        this.phaseMaps = phaseMaps;
        this.scopeChanges = scopeChanges;
        this.edits = edits;
        this.hidden = hidden;
        this.people = people;
        this.authentication = authentication;
    }

    Trail trail(Issue issue) {
        PhaseReader phases = new PhaseReader(phaseMaps::of);
        List<Long> ofScope = scopeChanges.changesOf(issue.getId()).stream().map(Issue::getId).limit(MAX_TOGETHER).toList();
        List<Change> recorded = read(List.of(issue.getId()), phases);
        // by themselves: however much happened to them, it leaves nothing of the Decision out
        List<Change> recordedOfScope = ofScope.isEmpty() ? List.of() : read(ofScope, phases);
        return Trail.of(recorded, recordedOfScope, threads.ofIssue(issue.getId()),
                approvals.ofIssue(issue.getId()).stream().map(SealedApprovalStep::step).toList(), edits.of(issue),
                new Caller(people, linked(recorded, ofScope), Set.copyOf(ofScope), requirements(issue.getProjectId())));
    }

    private List<Change> read(List<Long> ids, PhaseReader phases) {
        return changes.ofIssues(ids, MAX_CHANGES).stream().map(phases::read).toList();
    }

    /** @param ofScope ids of what changes the scope of the issue */
    private HiddenIssueFilter.Look linked(List<Change> recorded, List<Long> ofScope) {
        return hidden.look(Stream.concat(ofScope.stream(),
                recorded.stream().filter(change -> LINKS.contains(change.item())).flatMap(change -> id(change.subject()).stream()))
                .distinct().toList(), authentication.getLoggedInUser());
    }

    /** Names of requirements by their ids. */
    private Map<String, String> requirements(long projectId) {
        return RequiredApproval.of(policies.inForce(), projectId, OwnIssueType.DECISION.key()).stream()
                .collect(Collectors.toMap(RequiredApproval::id, one -> one.requirement().name(), (one, other) -> one, HashMap::new));
    }

    private static Optional<Long> id(String subject) {
        return subject.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(subject)) : Optional.empty();
    }

    /**
     * @param linked       what the caller may see of linked issues
     * @param ofScope      ids of those that change the scope: they are there, and Jira may not have put them into its index of this node
     *                     yet, so that one that is not found is not taken for deleted
     * @param requirements names of requirements by their ids
     */
    private record Caller(TrailPersonNames people, HiddenIssueFilter.Look linked, Set<Long> ofScope, Map<String, String> requirements)
            implements TrailNames {

        @Override
        public String person(String userKey) {
            return people.name(userKey);
        }

        @Override
        public Optional<String> issue(String id, String key) {
            return id(id).filter(known -> ofScope.contains(known) ? linked.keys().containsKey(known) : !linked.hidden().contains(known))
                    .map(known -> linked.keys().getOrDefault(known, key));
        }

        @Override
        public String requirement(String id) {
            return requirements.getOrDefault(id, id);
        }
    }
}
