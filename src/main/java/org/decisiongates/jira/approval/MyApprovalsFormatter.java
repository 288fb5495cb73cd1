package org.decisiongates.jira.approval;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.project.Project;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.approval.Delegation;
import org.decisiongates.approval.SectionEdit;
import org.decisiongates.jira.approval.MyApprovalsReader.Part;
import org.decisiongates.jira.approval.MyApprovalsReader.Stale;
import org.decisiongates.jira.approval.MyApprovalsReader.Waiting;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.time.DayFormatter;
import org.decisiongates.jira.platform.time.MomentFormatter;
import org.decisiongates.page.view.LinkView;

/** Words the page of approvals in the reader's language. */
@JiraComponent
public class MyApprovalsFormatter {

    private static final String KEY = "decision-gates.approval.mine.";

    private final JiraTexts texts;
    private final MomentFormatter moments;
    private final DayFormatter days;
    private final ApprovalsFormatter approvals;

    MyApprovalsFormatter(JiraTexts texts, MomentFormatter moments, DayFormatter days, ApprovalsFormatter approvals) {
        this.texts = texts;
        this.moments = moments;
        this.days = days;
        this.approvals = approvals;
    }

    /**
     * @param home  where Jira is below its host
     * @param first address of the first part
     */
    MyApprovalListView waiting(Part<Waiting> part, String home, String first, boolean isFirst) {
        return list(part, "waiting", first, "after", isFirst, one -> row(one.issue(), home, List.of(needed(one)), text("asked",
                approvals.name(one.request().actor()), moments.minute(one.request().at())), one.request().comment(), ""));
    }

    /** The same of what was approved. */
    MyApprovalListView stale(Part<Stale> part, String home, String first, boolean isFirst) {
        return list(part, "stale", first, "before", isFirst, one -> row(one.issue(), home,
                one.changed().entrySet().stream().map(section -> changed(section.getKey(), section.getValue())).toList(),
                moments.minute(one.approvedAt()), "", text("difference")));
    }

    /** As the panel says it. */
    private String changed(String section, Optional<SectionEdit> edit) {
        return edit.map(approvals::changedBy).map(by -> text("changed-by", approvals.section(section), by))
                .orElseGet(() -> approvals.section(section));
    }

    private <T> MyApprovalListView list(Part<T> part, String list, String address, String parameter, boolean isFirst,
            Function<T, MyApprovalRowView> row) {
        List<LinkView> links = new ArrayList<>();
        if (!isFirst) {
            links.add(new LinkView(text(list + ".first"), address, "previous"));
        }
        part.next().ifPresent(next -> links.add(new LinkView(text(list + ".next"), address + "?" + parameter + "=" + next, "next")));
        return new MyApprovalListView(part.entries().stream().map(row).toList(),
                part.hidden() == 0 ? "" : text(list + ".hidden", part.hidden()), links);
    }

    private static MyApprovalRowView row(Issue issue, String home, List<String> what, String since, String comment, String more) {
        return new MyApprovalRowView(issue.getKey(), home + "/browse/" + issue.getKey() + "#decision-gates-approvals", issue.getSummary(),
                what, since, comment, more);
    }

    private String needed(Waiting one) {
        String names = one.needed().stream().map(state -> state.required().requirement().name()).collect(Collectors.joining(", "));
        return one.onBehalfOf().map(approver -> text("on-behalf-of", names, approvals.name(approver))).orElse(names);
    }

    /** For who made it. */
    DelegationRowView made(Delegation one, List<Project> seen) {
        String delegate = approvals.name(one.delegate());
        return new DelegationRowView(delegate, period(one), projects(one, seen), String.valueOf(one.id()), text("end-one", delegate));
    }

    /** For who stands in, and cannot end it. */
    DelegationRowView received(Delegation one, List<Project> seen) {
        return new DelegationRowView(approvals.name(one.approver()), period(one), projects(one, seen), "", "");
    }

    private String period(Delegation one) {
        return one.first().equals(one.last()) ? days.text(one.first()) : text("period", days.text(one.first()), days.text(one.last()));
    }

    private String projects(Delegation one, List<Project> seen) {
        if (one.projects().isEmpty()) {
            return text("all-projects");
        }
        int unseen = one.projects().size() - seen.size();
        String names = seen.stream().map(Project::getName).collect(Collectors.joining(", "));
        return unseen == 0 ? names : names.isEmpty() ? text("hidden-projects", unseen) : text("more-projects", names, unseen);
    }

    /** The first input with a fault is where the reader goes on, as far down as the form stands. */
    static DelegationInputView input(String value, String name, Map<String, String> faults) {
        return new DelegationInputView(value, faults.getOrDefault(name, ""),
                DelegationForm.INPUTS.stream().filter(faults::containsKey).findFirst().filter(name::equals).isPresent());
    }

    /** What stands above the form while something is wrong with it; empty text for nothing. */
    String notSaved(Map<String, String> faults) {
        return faults.isEmpty() ? "" : text("not-saved", faults.size());
    }

    String zone() {
        return moments.zone();
    }

    private String text(String key, Serializable... arguments) {
        return texts.text(KEY + key, arguments);
    }
}
