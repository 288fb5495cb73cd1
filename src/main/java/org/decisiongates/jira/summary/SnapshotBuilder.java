package org.decisiongates.jira.summary;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.atlassian.jira.project.Project;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.audit.ChainHead;
import org.decisiongates.audit.GateSeals;
import org.decisiongates.audit.SealChain;
import org.decisiongates.debt.CompletedDebtSweeps;
import org.decisiongates.jira.metric.JournalReplay;
import org.decisiongates.jira.metric.WeekMoment;
import org.decisiongates.jira.platform.issuetype.OwnIssueType;
import org.decisiongates.jira.platform.search.ScopeResolver;
import org.decisiongates.jira.platform.search.Visibility;
import org.decisiongates.metric.Listing;
import org.decisiongates.metric.MetricsProjection;
import org.decisiongates.summary.DebtAndWaivers;
import org.decisiongates.summary.OpenItem;
import org.decisiongates.summary.SnapshotEntry;
import org.decisiongates.summary.WeekSnapshot;

/** Builds the snapshot of a week of a project, as seen by a reader from whom nothing is hidden. */
@JiraComponent
public class SnapshotBuilder {

    private final JournalReplay journal;
    private final OpenItemSearch open;
    private final JournalNames names;
    private final ScopeResolver scopes;
    private final DebtReader debts;
    private final RiskReader risks;
    private final FeedbackReader feedback;
    private final ApprovalCountReader approvals;
    private final CompletedDebtSweeps sweeps;
    private final GateSeals seals;

    SnapshotBuilder(JournalReplay journal, OpenItemSearch open, JournalNames names, ScopeResolver scopes,
            DebtReader debts, RiskReader risks, FeedbackReader feedback, ApprovalCountReader approvals, CompletedDebtSweeps sweeps,
            GateSeals seals) {
        this.journal = journal;
        this.open = open;
        this.names = names;
        this.scopes = scopes;
        this.debts = debts;
        this.risks = risks;
        this.feedback = feedback;
        this.approvals = approvals;
        this.sweeps = sweeps;
        this.seals = seals;
    }

    /**
     * The week as it is known at that moment, with the head that the chain of its gates has now.
     *
     * @param rebuilt whether it is calculated from history: what was open at its end is then counted, by owner too, and not listed
     */
    public WeekSnapshot build(Project project, WeekMoment when, boolean rebuilt) {
        JournalReplay.Result replayed = journal.replay(project.getId(), when);
        MetricsProjection.Result numbers = replayed.numbers();
        Visibility everything = Visibility.unrestricted(scopes.of(project));
        // what was owed at the end of a week that is long over is not known
        Optional<DebtReader.Stored> owed = rebuilt ? Optional.empty() : debts.read(everything, when);
        Listing<SnapshotEntry<OpenItem>> blockers = rebuilt ? counted(numbers.blockers().openAtEnd())
                : open.find(OwnIssueType.BLOCKER, everything, when);
        Listing<SnapshotEntry<OpenItem>> decisions = rebuilt ? counted(numbers.decisions().openAtEnd())
                : open.find(OwnIssueType.DECISION, everything, when);
        Optional<FeedbackReader.Stored> discussed = rebuilt ? Optional.empty()
                : feedback.read(everything, List.of(blockers, decisions), when);
        Set<Long> others = new HashSet<>(owed.map(DebtReader.Stored::issues).orElse(Set.of()));
        others.addAll(discussed.map(FeedbackReader.Stored::issues).orElse(Set.of()));
        JournalNames.Named named = names.resolve(numbers, when.zone(), everything, others);
        return new WeekSnapshot(when.zone().getId(), blockers, decisions, named.closures(), named.reopened(), replayed.gates(),
                numbers.figures(), numbers.impact(), names.of(numbers.open(), blockers, decisions),
                owed.map(stored -> debts.named(stored, named.issues())).filter(both -> isKnown(both, project)),
                ChainHead.newest(seals, SealChain.ofProject(project.getId())),
                rebuilt ? Optional.empty() : Optional.of(risks.read(blockers, decisions, when)),
                discussed.map(stored -> FeedbackReader.named(stored, named.issues(), Optional.of(project))),
                rebuilt ? Optional.empty() : approvals.read(everything, List.of(blockers, decisions)));
    }

    /** Before every issue was looked at, nothing found is not nothing owed. */
    private boolean isKnown(DebtAndWaivers both, Project project) {
        return both.debt().total() + both.waivers().total() > 0 || sweeps.hasLookedAt(project.getId());
    }

    private static Listing<SnapshotEntry<OpenItem>> counted(long open) {
        return new Listing<>(List.of(), open);
    }
}
