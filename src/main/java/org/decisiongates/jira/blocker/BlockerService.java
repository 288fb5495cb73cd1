package org.decisiongates.jira.blocker;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;

import com.atlassian.beehive.ClusterLockService;
import com.atlassian.jira.exception.CreateException;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.link.IssueLinkType;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.issue.CommunicationPlan;
import org.decisiongates.issue.IssueRecord;
import org.decisiongates.jira.platform.fields.BlockerCauses;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.issuetype.OwnIssueTypes;
import org.decisiongates.jira.platform.project.EnabledProjects;
import org.decisiongates.jira.platform.rest.OwnIssueAccess;
import org.decisiongates.jira.platform.search.JqlBuilder;
import org.decisiongates.jira.platform.search.Searches;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.record.Records;
import org.decisiongates.text.Message;

/**
 * Raises a Blocker for an issue: creates it, keeps its communication plan, links it and flags the issue, which keeps its status. Whoever
 * raises the same one again within a day, because the first time ended half-way or by pressing twice, gets the first one, completed.
 */
@JiraComponent
public class BlockerService {

    private static final Logger LOG = LoggerFactory.getLogger(BlockerService.class);
    private static final String LOCK = "org.decisiongates.decision-gates.raise.";
    private static final int MAX_RECENT = 200;

    private final EnabledProjects enabled;
    private final PermissionManager permissions;
    private final ClusterLockService locks;
    private final Searches searches;
    private final OwnIssueTypes types;
    private final OwnIssueAccess access;
    private final BlockerCauses causes;
    private final BlockerCreation creation;
    private final CommunicationPlans plans;
    private final Records records;
    private final BlockingLinks links;
    private final ImpedimentFlag flag;
    private final JiraTexts texts;

    BlockerService(EnabledProjects enabled, PermissionManager permissions, ClusterLockService locks, Searches searches, OwnIssueTypes types,
            OwnIssueAccess access, BlockerCauses causes, BlockerCreation creation, CommunicationPlans plans, Records records,
            BlockingLinks links, ImpedimentFlag flag,
            JiraTexts texts) {
        this.enabled = enabled;
        this.permissions = permissions;
        this.locks = locks;
        this.searches = searches;
        this.types = types;
        this.access = access;
        this.causes = causes;
        this.creation = creation;
        this.plans = plans;
        this.records = records;
        this.links = links;
        this.flag = flag;
        this.texts = texts;
    }

    /** The projects in which the caller may create a Blocker for the issue, its own first. */
    List<Project> projects(Issue blocked, ApplicationUser caller) {
        List<Project> projects = new ArrayList<>(enabled.enabled().stream()
                .filter(project -> permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, project, caller)
                        && permissions.hasPermission(ProjectPermissions.CREATE_ISSUES, project, caller))
                .toList());
        projects.sort((one, other) -> Boolean.compare(isOwn(other, blocked), isOwn(one, blocked)));
        return projects;
    }

    /** Whether the caller may link the issue, without which nobody raises a Blocker for it. */
    boolean mayLink(Issue blocked, ApplicationUser caller) {
        return permissions.hasPermission(ProjectPermissions.LINK_ISSUES, blocked.getProjectObject(), caller);
    }

    /** Throws {@link RefusedBlockerException} when nothing was done. */
    RaisedBlocker raise(Issue blocked, BlockerDraft draft, ApplicationUser caller) {
        Map<BlockerInput, String> faults = new EnumMap<>(BlockerInput.class);
        Optional<Project> project = project(blocked, draft, caller);
        if (project.isEmpty()) {
            throw new RefusedBlockerException(Map.of(BlockerInput.PROJECT, texts.text("decision-gates.jira.blocker.no-such-project")),
                    List.of());
        }
        Optional<IssueLinkType> type = links.chosen(draft.text(BlockerInput.LINK));
        if (type.isEmpty()) {
            faults.put(BlockerInput.LINK, texts.text("decision-gates.jira.blocker.choose-link"));
        }
        if (!draft.text(BlockerInput.CAUSE).isEmpty() && causes.chosen(draft.text(BlockerInput.CAUSE)).isEmpty()) {
            faults.put(BlockerInput.CAUSE, texts.text("decision-gates.jira.blocker.no-such-cause"));
        }
        if (!draft.text(BlockerInput.DUE).isEmpty() && draft.due().isEmpty()) {
            faults.put(BlockerInput.DUE, texts.text("decision-gates.jira.blocker.no-day"));
        }
        if (!Set.of("", BlockerDraft.YES, BlockerDraft.NO).contains(draft.text(BlockerInput.CUSTOMER_FACING))) {
            faults.put(BlockerInput.CUSTOMER_FACING, texts.text("decision-gates.jira.blocker.yes-or-no"));
        }
        Optional<CommunicationPlan> plan = Optional.empty();
        if (draft.isCustomerFacing()) {
            plan = plans.read(draft, faults);
        }
        Lock lock = locks.getLockForName(LOCK + blocked.getId());
        lock.lock();
        try {
            Optional<Issue> before = faults.isEmpty() ? raisedBefore(blocked, draft, project.get(), caller) : Optional.empty();
            Issue blocker = before.orElseGet(() -> creation.create(draft, project.get(), caller, faults));
            return new RaisedBlocker(blocker.getKey(), before.isEmpty(), complete(blocker, blocked, plan, type.orElseThrow(), caller));
        } finally {
            lock.unlock();
        }
    }

    private Optional<Project> project(Issue blocked, BlockerDraft draft, ApplicationUser caller) {
        String key = draft.text(BlockerInput.PROJECT);
        return projects(blocked, caller).stream().filter(project -> key.isEmpty() || project.getKey().equals(key)).findFirst();
    }

    /** A Blocker that the caller created for this issue within a day and under this summary, and that is not settled. */
    private Optional<Issue> raisedBefore(Issue blocked, BlockerDraft draft, Project project, ApplicationUser caller) {
        String recent = "issuetype = " + types.requireIdIn(OwnIssueType.BLOCKER, project.getId())
                + " AND reporter = currentUser() AND created >= -1d";
        return searches.find(caller, JqlBuilder.within(List.of(project.getKey()), recent), MAX_RECENT).issues().stream()
                .filter(issue -> issue.getSummary().equals(draft.text(BlockerInput.SUMMARY)) && links.isForOrFree(issue, blocked)
                        && !isSettled(issue))
                .findFirst();
    }

    private boolean isSettled(Issue blocker) {
        return types.phaseOf(OwnIssueType.BLOCKER, blocker.getProjectId(), blocker.getStatusId()).filter(status -> !status.open())
                .isPresent();
    }

    /** Each step does nothing where it was done before, and none keeps the next one from being done. */
    private List<Message> complete(Issue blocker, Issue blocked, Optional<CommunicationPlan> plan, IssueLinkType type,
            ApplicationUser caller) {
        List<Message> undone = new ArrayList<>();
        try {
            links.link(blocker, blocked, type, caller);
        } catch (CreateException | RuntimeException e) {
            LOG.error("{} could not be linked to {}", blocker.getKey(), blocked.getKey(), e);
            undone.add(Message.of("decision-gates.jira.blocker.not-linked", blocked.getKey()));
        }
        try {
            plan.ifPresent(one -> keep(blocker, one));
        } catch (RuntimeException e) {
            LOG.error("the communication plan of {} could not be kept", blocker.getKey(), e);
            undone.add(Message.of("decision-gates.jira.blocker.no-plan-kept"));
        }
        try {
            flag.raise(blocked, caller);
        } catch (RuntimeException e) {
            LOG.error("{} could not be flagged", blocked.getKey(), e);
            undone.add(Message.of("decision-gates.jira.blocker.not-flagged", blocked.getKey()));
        }
        return undone;
    }

    private void keep(Issue blocker, IssueRecord plan) {
        if (records.recordsOf(blocker.getId()).communicationPlans().isEmpty()) {
            records.add(access.context(blocker), plan);
        }
    }

    private static boolean isOwn(Project project, Issue blocked) {
        return project.getId().equals(blocked.getProjectObject().getId());
    }
}
