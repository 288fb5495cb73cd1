package org.decisiongates.jira.debt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.link.IssueLink;
import com.atlassian.jira.issue.link.IssueLinkManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

import org.decisiongates.debt.DebtCheck.Trigger;
import org.decisiongates.debt.Debts;
import org.decisiongates.debt.IssueDebt;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.timeline.IssueChangeSubscriber;

/**
 * Looks at issues that were changed, and at those linked to them, on one thread of its own: whoever changed one does not wait for it. What
 * it forgets, because there was too much of it or the node died, is found by the reconciliation of the journal or by the sweep.
 */
@JiraComponent
public class ChangedIssues implements IssueChangeSubscriber, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ChangedIssues.class);
    private static final int MAX_WAITING = 10_000;
    private static final int MAX_LINKED = 50;

    private final DebtService service;
    private final Debts debts;
    private final IssueManager issues;
    private final IssueLinkManager links;
    private final OwnIssueTypes types;
    private final Map<Long, Trigger> waiting = new LinkedHashMap<>();
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MAX_WAITING),
            work -> {
                Thread debt = new Thread(work, "decision-gates-debt");
                debt.setDaemon(true);
                return debt;
            });

    ChangedIssues(DebtService service, Debts debts, IssueManager issues, IssueLinkManager links, OwnIssueTypes types) {
        this.service = service;
        this.debts = debts;
        this.issues = issues;
        this.links = links;
        this.types = types;
        thread.allowCoreThreadTimeOut(true);
    }

    @Override
    public void changed(Issue issue, Kind kind) {
        if (concerns(issue)) {
            await(issue.getId(), kind == Kind.CREATED ? Trigger.CREATED : Trigger.EDITED);
        }
    }

    /** The app itself changed something that gates ask about, which is no field of the issue: Jira tells nobody of it. */
    public void changedByApp(Issue issue) {
        changed(issue, Kind.CHANGED);
    }

    @Override
    public void deleted(Issue issue) {
        if (concerns(issue)) {
            await(issue.getId(), Trigger.EDITED);
        }
    }

    @Override
    public void found(List<Issue> some) {
        some.stream().filter(this::concerns).forEach(issue -> await(issue.getId(), Trigger.EDITED));
    }

    /** Only Decisions and Blockers have phases. */
    private boolean concerns(Issue issue) {
        return !service.isNothingAsked() && types.of(issue).isPresent();
    }

    private void await(long issueId, Trigger trigger) {
        synchronized (waiting) {
            if (waiting.size() >= MAX_WAITING && !waiting.containsKey(issueId)) {
                LOG.warn("{} issues wait to be looked at; the sweep will find what {} owes", MAX_WAITING, issueId);
                return;
            }
            waiting.merge(issueId, trigger, (one, other) -> one.ordinal() < other.ordinal() ? one : other);
        }
        try {
            thread.execute(this::lookAtNext);
        } catch (RejectedExecutionException e) {
            LOG.debug("the app is being stopped; the sweep will find what {} owes", issueId, e);
        }
    }

    private void lookAtNext() {
        Map.Entry<Long, Trigger> next;
        synchronized (waiting) {
            if (waiting.isEmpty()) {
                return;
            }
            next = Map.entry(waiting.keySet().iterator().next(), waiting.values().iterator().next());
            waiting.remove(next.getKey());
        }
        try {
            lookAt(next.getKey(), next.getValue());
        } catch (RuntimeException | LinkageError e) {
            if (thread.isShutdown()) {
                LOG.debug("the app is being stopped; the sweep will find what {} owes", next.getKey(), e);
                return;
            }
            LOG.warn("what issue {} owes is not known; the sweep will look at it again", next.getKey(), e);
        }
    }

    private void lookAt(long issueId, Trigger trigger) {
        Optional<IssueDebt> before = Optional.ofNullable(debts.ofIssues(List.of(issueId)).get(issueId));
        Issue issue = issues.getIssueObject(issueId);
        if (issue == null) {
            before.ifPresent(known -> debts.remove(issueId));
            return;
        }
        service.check(issue, before, trigger);
        if (trigger != Trigger.SWEPT) {
            linkedTo(issue).forEach(linked -> await(linked, Trigger.SWEPT));
        }
    }

    private List<Long> linkedTo(Issue issue) {
        List<Long> linked = new ArrayList<>();
        Stream.concat(links.getOutwardLinks(issue.getId()).stream().map(IssueLink::getDestinationObject),
                links.getInwardLinks(issue.getId()).stream().map(IssueLink::getSourceObject)).limit(MAX_LINKED)
                .filter(other -> other != null && concerns(other)).map(Issue::getId).forEach(linked::add);
        return linked;
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
