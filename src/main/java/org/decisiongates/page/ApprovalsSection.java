package org.decisiongates.page;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.decisiongates.page.view.LinkView;
import org.decisiongates.page.view.SectionView;
import org.decisiongates.summary.ApprovalCounts;
import org.decisiongates.summary.SummaryHeader;
import org.decisiongates.summary.SummaryScope;
import org.decisiongates.summary.WeeklySummary;

/** What waits for approvals and what has to be approved again, in a line. */
record ApprovalsSection(WeekFormatter wording, WeeklySummary summary) {

    private static final Pattern PROJECT_KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,254}");

    /**
     * None where nobody counted, which is not the same as nothing waiting; a frozen week says so. None of a frozen week in which nothing
     * waited either: it does not know whether a policy asked for approvals then.
     */
    List<SectionView> sections() {
        if (summary.header().frozenAt().isPresent() && summary.approvals().equals(Optional.of(ApprovalCounts.NONE))) {
            return List.of();
        }
        return summary.approvals().map(this::section)
                .or(() -> summary.header().frozenAt().map(any -> saying(wording.text("decision-gates.page.not-recorded"))))
                .stream().toList();
    }

    private SectionView section(ApprovalCounts counts) {
        return saying(wording.text("decision-gates.page.approvals.line", counts.issues(), counts.pending(), counts.stale()))
                .linking(Stream.of(list(counts.issues(), "pending", "approvalPending"),
                        list(counts.stale(), "stale", "approvalStale"))
                        .flatMap(Optional::stream).toList());
    }

    private SectionView saying(String line) {
        return new SectionView(SummarySection.APPROVALS.key(), wording.title(SummarySection.APPROVALS), List.of(), List.of(),
                List.of(line));
    }

    /**
     * The host's list of all such issues of a project, decided ones that have not ended among them; none of another week, nor of one
     * person's.
     */
    private Optional<LinkView> list(long counted, String name, String function) {
        SummaryHeader header = summary.header();
        if (counted == 0 || header.frozenAt().isPresent() || header.owner().isPresent()
                || summary.scope().kind() != SummaryScope.Kind.PROJECT || !PROJECT_KEY.matcher(summary.scope().text()).matches()) {
            return Optional.empty();
        }
        String project = '"' + summary.scope().text() + '"';
        return wording.issueList("project = " + project + " AND issue in " + function + "(" + project + ")")
                .map(address -> new LinkView(wording.text("decision-gates.page.approvals." + name), address, "list"));
    }
}
