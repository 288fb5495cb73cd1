package org.decisiongates.jira.creation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.stream.Stream;

import com.atlassian.beehive.ClusterLockService;
import com.atlassian.jira.exception.CreateException;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.link.IssueLink;
import com.atlassian.jira.issue.link.IssueLinkManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.rest.OwnIssueAccess;
import org.decisiongates.jira.platform.search.JqlBuilder;
import org.decisiongates.jira.platform.search.Searches;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.text.Message;

/**
 * Creates an issue for another one and completes it. Whoever asks for the same one again within a day, because the first time ended
 * half-way or by pressing twice, gets the first one, completed; another one is created for who says that the first is not meant (ADR-0132).
 */
@JiraComponent
public class IdempotentIssueCreation {

    private static final Logger LOG = LoggerFactory.getLogger(IdempotentIssueCreation.class);
    private static final String LOCK = "org.decisiongates.decision-gates.raise.";
    private static final int MAX_RECENT = 200;

    private final ClusterLockService locks;
    private final Searches searches;
    private final OwnIssueTypes types;
    private final OwnIssueAccess access;
    private final IssueLinkManager links;
    private final IssueCreation creation;
    private final JiraTexts texts;

    IdempotentIssueCreation(ClusterLockService locks, Searches searches, OwnIssueTypes types, OwnIssueAccess access, IssueLinkManager links,
            IssueCreation creation, JiraTexts texts) {
        this.locks = locks;
        this.searches = searches;
        this.types = types;
        this.access = access;
        this.links = links;
        this.creation = creation;
        this.texts = texts;
    }

    /**
     * The issue, created or found.
     *
     * @param faults what is wrong with what was typed
     * @param steps  what is done once it is there; none keeps the next one from being done
     */
    public CreatedIssue create(IssueCreationMapping plan, Issue about, CreationFormValues typed, ApplicationUser caller,
            Map<CreationInput, String> faults, List<PostCreationStep> steps) {
        Map<CreationInput, String> all = new HashMap<>(faults);
        String another = typed.text(plan.anotherInput());
        Optional<Issue> known = another.isEmpty() ? Optional.empty() : access.visible(another);
        if (!another.isEmpty() && known.isEmpty()) {
            all.put(plan.anotherInput(), texts.text("decision-gates.jira.creation.no-such-issue", another));
        }
        Lock lock = locks.getLockForName(LOCK + about.getId());
        lock.lock();
        try {
            Optional<Issue> before = all.isEmpty() ? createdBefore(plan, about, plan.summary(typed), caller, known) : Optional.empty();
            Issue issue = before.orElseGet(() -> creation.create(plan, typed, caller, all));
            PostCreationStep.When notNow = before.isEmpty() ? PostCreationStep.When.FOUND : PostCreationStep.When.CREATED;
            return new CreatedIssue(issue.getKey(), before.isEmpty(),
                    undone(issue, steps.stream().filter(step -> step.when() != notNow).toList()));
        } finally {
            lock.unlock();
        }
    }

    /**
     * The newest issue that the caller created for this one within a day and under this summary, and that is not settled.
     *
     * @param known one that is not meant, nor are those before it
     */
    private Optional<Issue> createdBefore(IssueCreationMapping plan, Issue about, String summary, ApplicationUser caller,
            Optional<Issue> known) {
        String recent = "issuetype = " + types.requireIdIn(plan.type(), plan.project().getId())
                + " AND reporter = currentUser() AND created >= -1d";
        return searches.find(caller, JqlBuilder.within(List.of(plan.project().getKey()), recent), MAX_RECENT).issues().stream()
                .filter(issue -> issue.getSummary().equals(summary) && isForOrFree(issue, about) && !isSettled(plan, issue))
                .filter(issue -> known.stream().allMatch(one -> issue.getId() > one.getId()))
                .max(Comparator.comparing(Issue::getId));
    }

    private boolean isSettled(IssueCreationMapping plan, Issue issue) {
        return types.phaseOf(plan.type(), issue.getProjectId(), issue.getStatusId()).filter(status -> !status.open()).isPresent();
    }

    /** Whether {@code created} is linked to {@code about}, or to nothing yet. */
    private boolean isForOrFree(Issue created, Issue about) {
        List<Long> others = linked(links, created);
        return others.isEmpty() || others.contains(about.getId());
    }

    /** Ids of the issues that an issue is linked to, in either direction. */
    static List<Long> linked(IssueLinkManager links, Issue issue) {
        return Stream.concat(links.getOutwardLinks(issue.getId()).stream().map(IssueLink::getDestinationId),
                links.getInwardLinks(issue.getId()).stream().map(IssueLink::getSourceId)).toList();
    }

    private static List<Message> undone(Issue issue, List<PostCreationStep> steps) {
        List<Message> undone = new ArrayList<>();
        for (PostCreationStep step : steps) {
            try {
                step.action().complete(issue);
            } catch (CreateException | RuntimeException e) {
                LOG.error("{} is there, but not complete: {}", issue.getKey(), step.undone(), e);
                undone.add(step.undone());
            }
        }
        return undone;
    }
}
