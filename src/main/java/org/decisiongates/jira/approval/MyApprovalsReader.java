package org.decisiongates.jira.approval;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.approval.ApprovalReader;
import org.decisiongates.approval.ApprovalRequests;
import org.decisiongates.approval.ApprovalRequests.Request;
import org.decisiongates.approval.ApprovalStep;
import org.decisiongates.approval.ApprovalSteps;
import org.decisiongates.approval.ApprovalSteps.Place;
import org.decisiongates.approval.Approvals;
import org.decisiongates.approval.ApproverDirectory;
import org.decisiongates.approval.ContentEditors;
import org.decisiongates.approval.Delegation;
import org.decisiongates.approval.Delegations;
import org.decisiongates.approval.RequirementState;
import org.decisiongates.approval.SectionEdit;
import org.decisiongates.approval.Verdict;
import org.decisiongates.issue.SealedSection;
import org.decisiongates.jira.platform.search.HiddenIssueFilter;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.policy.Policies;

/**
 * Finds what waits for somebody's approval, and which of their approvals what they are bound to has left behind. Each answer looks at a
 * bounded number of issues and sends as many statements of the app for all of them as for one (docs/decisions/0173). Issues that the reader
 * may not browse are counted and not given.
 */
@JiraComponent
public class MyApprovalsReader {

    /** How many issues an answer looks at. */
    static final int MAX_ISSUES = 50;
    private static final int ROWS = 200;
    private static final int MAX_ROW_PAGES = 10;

    private final ApprovalRequests requests;
    private final ApprovalSteps steps;
    private final Delegations delegations;
    private final ApprovalReader reader;
    private final ApprovalsBatchReader current;
    private final IssueManager issues;
    private final HiddenIssueFilter hidden;
    private final ProjectTime time;

    MyApprovalsReader(ApprovalRequests requests, ApprovalSteps steps, Delegations delegations, ApproverDirectory directory,
            ContentEditors editors, Policies policies, ApprovalsBatchReader current, IssueManager issues, HiddenIssueFilter hidden,
            ProjectTime time) {
        this.requests = requests;
        this.steps = steps;
        this.delegations = delegations;
        this.reader = new ApprovalReader(steps, policies::inForce, directory, editors);
        this.current = current;
        this.issues = issues;
        this.hidden = hidden;
        this.time = time;
    }

    /**
     * A part of a list.
     *
     * @param hidden how many issues of this part the reader may not browse
     * @param next   where the part behind it begins; empty at the end of the list
     */
    record Part<T>(List<T> entries, int hidden, OptionalLong next) {
    }

    /**
     * An issue that waits for an approval.
     *
     * @param onBehalfOf user key of the approver whom the reader stands in for
     * @param request    who asked for it
     * @param needed     what has to be approved
     */
    public record Waiting(Issue issue, Optional<String> onBehalfOf, ApprovalStep request, List<RequirementState> needed) {
    }

    /**
     * An issue whose approval is stale.
     *
     * @param changed the sections that say something else by now, by their keys, with the last edit since; empty where nobody edited it, as
     *                where a version was renamed
     */
    record Stale(Issue issue, Instant approvedAt, Map<String, Optional<SectionEdit>> changed) {
    }

    /**
     * What waits for somebody, what was asked for first in front.
     *
     * @param after where the part begins; 0 for the first
     */
    Part<Waiting> waiting(ApplicationUser me, long after) {
        LocalDate today = time.now().toLocalDate();
        List<Delegation> received = delegations.to(me.getKey(), today);
        List<Request> candidates = new ArrayList<>();
        Map<Long, Boolean> isNamed = new HashMap<>();
        OptionalLong next = OptionalLong.of(after);
        for (int page = 0; page < MAX_ROW_PAGES && next.isPresent() && candidates.size() < MAX_ISSUES; page++) {
            List<Request> rows = requests.open(next.getAsLong(), ROWS);
            next = OptionalLong.empty();
            for (Request row : rows) {
                if (candidates.size() == MAX_ISSUES) {
                    break;
                }
                next = OptionalLong.of(row.id());
                if (isNamed.computeIfAbsent(row.projectId(), project -> principals(me, received, project, today)
                        .anyMatch(key -> reader.mayName(key, project)))) {
                    candidates.add(row);
                }
            }
            boolean isLast = rows.size() < ROWS && (rows.isEmpty() || next.getAsLong() == rows.get(rows.size() - 1).id());
            next = isLast ? OptionalLong.empty() : next;
        }
        List<Waiting> entries = new ArrayList<>();
        Set<Long> unseen = new TreeSet<>();
        for (Read one : read(candidates.stream().map(Request::issueId).toList(), me)) {
            List<Waiting> found = principals(me, received, one.issue().getProjectId(), today).flatMap(key -> waiting(one, me, key).stream())
                    .toList();
            if (one.visible()) {
                entries.addAll(found);
            } else if (!found.isEmpty()) {
                unseen.add(one.issue().getId());
            }
        }
        return new Part<>(entries, unseen.size(), next);
    }

    /**
     * What of issues that somebody may browse waits for them, in the order of the issues: what is asked of the reader first, then what the
     * reader stands in for. A statement for delegations, and those of {@link ApprovalsBatchReader}.
     *
     * @param unread is told the issues that cannot be read, which keep nothing of the others back
     */
    public List<Waiting> waitingAmong(List<Issue> seen, ApplicationUser me, Consumer<Issue> unread) {
        LocalDate today = time.now().toLocalDate();
        List<Delegation> received = delegations.to(me.getKey(), today);
        return current.each(seen, me.getKey(), unread, (issue, approvals) -> approvals.areOver() ? List.<Waiting>of()
                : principals(me, received, issue.getProjectId(), today)
                        .flatMap(key -> waiting(new Read(issue, approvals, true), me, key).stream()).toList())
                .values().stream().flatMap(List::stream).toList();
    }

    private static Optional<Waiting> waiting(Read one, ApplicationUser me, String approver) {
        List<RequirementState> needed = one.approvals().waitingFor(me.getKey(), approver);
        return needed.isEmpty() ? Optional.empty()
                : Optional.of(new Waiting(one.issue(), Optional.of(approver).filter(key -> !key.equals(me.getKey())),
                        one.approvals().request().orElseThrow(), needed));
    }

    /** User keys of those in whose name somebody approves in a project: their own first. */
    static Stream<String> principals(ApplicationUser me, List<Delegation> received, long projectId, LocalDate today) {
        return Stream
                .concat(Stream.of(me.getKey()), received.stream().filter(one -> one.covers(projectId, today)).map(Delegation::approver))
                .distinct();
    }

    /**
     * Approvals of somebody that are stale, what they did last in front.
     *
     * @param before where the part begins; {@link Long#MAX_VALUE} for the first
     */
    Part<Stale> stale(ApplicationUser me, long before) {
        List<Place> rows = steps.placesOf(me.getKey(), before, ROWS);
        Map<Long, Set<Integer>> said = new LinkedHashMap<>();
        OptionalLong last = OptionalLong.empty();
        boolean isCut = rows.size() == ROWS;
        for (Place row : rows) {
            if (said.size() == MAX_ISSUES && !said.containsKey(row.issueId())) {
                isCut = true;
                break;
            }
            said.computeIfAbsent(row.issueId(), any -> new TreeSet<>()).add(row.step());
            last = OptionalLong.of(row.id());
        }
        List<Stale> entries = new ArrayList<>();
        int unseen = 0;
        for (Read one : read(said.keySet(), me)) {
            Map<Integer, Stale> found = new LinkedHashMap<>();
            one.approvals().staleOf(me.getKey()).stream().filter(verdict -> said.get(one.issue().getId()).contains(verdict.step().step()))
                    .forEach(verdict -> found.merge(verdict.step().step(), stale(one, verdict), MyApprovalsReader::both));
            if (one.visible()) {
                entries.addAll(found.values());
            } else if (!found.isEmpty()) {
                unseen++;
            }
        }
        return new Part<>(entries, unseen, isCut ? last : OptionalLong.empty());
    }

    private static Stale stale(Read one, Verdict verdict) {
        Map<String, Optional<SectionEdit>> changed = new LinkedHashMap<>();
        verdict.changed().forEach(key -> changed.put(key, SealedSection.keyed(key).flatMap(one.approvals().subject()::lastEditOf)
                .filter(edit -> !edit.at().isBefore(verdict.step().at()))));
        return new Stale(one.issue(), verdict.step().at(), changed);
    }

    private static Stale both(Stale one, Stale other) {
        Map<String, Optional<SectionEdit>> changed = new LinkedHashMap<>(one.changed());
        changed.putAll(other.changed());
        return new Stale(one.issue(), one.approvedAt(), changed);
    }

    private record Read(Issue issue, Approvals approvals, boolean visible) {
    }

    /** The issues in this order, without those that are gone or have ended. */
    private List<Read> read(Iterable<Long> ids, ApplicationUser me) {
        List<Issue> found = new ArrayList<>();
        ids.forEach(id -> Optional.ofNullable(issues.getIssueObject(id)).ifPresent(found::add));
        if (found.isEmpty()) {
            return List.of();
        }
        List<Long> there = found.stream().map(Issue::getId).toList();
        Set<Long> seen = hidden.seenOf(there, me);
        Map<Long, Approvals> approvals = current.of(found, me.getKey());
        return found.stream().filter(issue -> !approvals.get(issue.getId()).areOver())
                .map(issue -> new Read(issue, approvals.get(issue.getId()), seen.contains(issue.getId()))).toList();
    }
}
