package org.decisiongates.jira.approval;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import com.atlassian.jira.issue.Issue;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.approval.ApprovalReader;
import org.decisiongates.approval.ApprovalStep.Kind;
import org.decisiongates.approval.ApprovalSteps;
import org.decisiongates.approval.Approvals;
import org.decisiongates.approval.ApproverDirectory;
import org.decisiongates.approval.CachedApproverDirectory;
import org.decisiongates.approval.ContentEditors;
import org.decisiongates.approval.SealedApprovalStep;
import org.decisiongates.issue.IssueView;
import org.decisiongates.jira.gate.ApprovalsOfMany;
import org.decisiongates.jira.gate.IssueViewFactory;
import org.decisiongates.policy.Policies;

/** The approvals of several issues as they are, read together. */
@JiraComponent
public class ApprovalsBatchReader {

    /** How many issues are read with one statement each for steps, records and edits. */
    static final int TOGETHER = 200;

    private static final Logger LOG = LoggerFactory.getLogger(ApprovalsBatchReader.class);

    private final ApprovalSteps steps;
    private final ApproverDirectory directory;
    private final ContentEditors editors;
    private final ApprovalReader reader;
    private final IssueViewFactory views;

    ApprovalsBatchReader(ApprovalSteps steps, Policies policies, ApproverDirectory directory, ContentEditors editors,
            IssueViewFactory views) {
        this.steps = steps;
        this.directory = directory;
        this.editors = editors;
        this.reader = new ApprovalReader(steps, policies::inForce, directory, editors);
        this.views = views;
    }

    /**
     * By issue id, in the order of the issues.
     *
     * @param viewer user key of who asks; empty text for nobody logged in
     */
    public Map<Long, Approvals> of(List<Issue> issues, String viewer) {
        Map<Long, Approvals> all = new LinkedHashMap<>();
        ApproverDirectory once = new CachedApproverDirectory(directory);
        for (int from = 0; from < issues.size(); from += TOGETHER) {
            add(issues.subList(from, Math.min(issues.size(), from + TOGETHER)), viewer, once, all);
        }
        return all;
    }

    /**
     * What something finds in the approvals of each issue, by issue id. Where reading all of them together fails, they are read one by one:
     * the one that cannot be read is logged, and keeps nothing of the others back.
     *
     * @param viewer user key of who asks; empty text for nobody logged in
     * @param unread is told the issues that cannot be read
     * @param find   is asked again where it fails, and so changes nothing
     */
    public <T> Map<Long, T> each(List<Issue> issues, String viewer, Consumer<Issue> unread, BiFunction<Issue, Approvals, T> find) {
        try {
            return found(issues, viewer, find);
        } catch (RuntimeException | LinkageError e) {
            Map<Long, T> found = new LinkedHashMap<>();
            for (Issue issue : issues) {
                try {
                    found.putAll(found(List.of(issue), viewer, find));
                } catch (RuntimeException | LinkageError ofOne) {
                    LOG.error("the approvals of {} cannot be read", issue.getKey(), ofOne);
                    unread.accept(issue);
                }
            }
            return found;
        }
    }

    private <T> Map<Long, T> found(List<Issue> issues, String viewer, BiFunction<Issue, Approvals, T> find) {
        Map<Long, Approvals> all = of(issues, viewer);
        Map<Long, T> found = new LinkedHashMap<>();
        issues.stream().filter(issue -> all.containsKey(issue.getId()))
                .forEach(issue -> found.put(issue.getId(), find.apply(issue, all.get(issue.getId()))));
        return found;
    }

    private void add(List<Issue> issues, String viewer, ApproverDirectory once, Map<Long, Approvals> all) {
        List<Long> ids = issues.stream().map(Issue::getId).toList();
        Map<Long, List<SealedApprovalStep>> stored = steps.ofIssues(ids);
        // Jira has its history issue by issue: of an issue about which nobody has said anything it is read only where somebody asks
        Map<Boolean, List<Long>> bySaid = ids.stream()
                .collect(Collectors.partitioningBy(id -> isAnythingSaid(stored.getOrDefault(id, List.of()))));
        ApprovalsOfMany discussed = new ApprovalsOfMany(steps, editors, bySaid.get(true));
        ApprovalsOfMany silent = new ApprovalsOfMany(steps, editors, bySaid.get(false));
        List<IssueView> now = views.before(issues, viewer);
        for (int i = 0; i < issues.size(); i++) {
            Issue issue = issues.get(i);
            List<SealedApprovalStep> happened = stored.getOrDefault(issue.getId(), List.of());
            ApprovalsOfMany authors = isAnythingSaid(happened) ? discussed : silent;
            all.put(issue.getId(), new Approvals(
                    reader.subject(now.get(i), issue.getId(), issue.getProjectId(), () -> authors.authorsOf(issue.getId())), happened,
                    once));
        }
    }

    private static boolean isAnythingSaid(List<SealedApprovalStep> happened) {
        return happened.stream().anyMatch(one -> !one.step().kind().equals(Optional.of(Kind.REQUESTED)));
    }
}
