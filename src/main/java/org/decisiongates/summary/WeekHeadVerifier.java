package org.decisiongates.summary;

import java.util.List;
import java.util.Optional;

import org.decisiongates.audit.ChainHead;
import org.decisiongates.audit.ChainReport.Broken;
import org.decisiongates.audit.ChainReport.Fault;
import org.decisiongates.audit.ChainVerifier;
import org.decisiongates.audit.Erasures;
import org.decisiongates.audit.GateSeals;
import org.decisiongates.audit.SealChain;
import org.decisiongates.json.UnreadableJsonException;
import org.decisiongates.summary.SealedWeekReader.VerifiedWeek;
import org.decisiongates.summary.WeekHead.Verdict;
import org.decisiongates.time.Week;

/**
 * Compares the chain of a project with the head that its newest closed week holds: two statements, and one more where a person was taken
 * out of that week or the one before.
 */
public final class WeekHeadVerifier {

    private final SealedWeekReader weeks;
    private final ChainVerifier chains;

    public WeekHeadVerifier(Snapshots snapshots, Erasures erasures, GateSeals seals) {
        this.weeks = new SealedWeekReader(snapshots, erasures);
        this.chains = new ChainVerifier(seals, erasures);
    }

    /**
     * The verdict of the newest closed week; empty where no week is closed, or the newest holds no head: it was closed before heads were
     * kept, or before the first entry was sealed.
     *
     * @param now the present week
     */
    public Optional<WeekHead> verify(long projectId, Week now) {
        List<VerifiedWeek> newest = weeks.upTo(projectId, now, 1);
        if (newest.isEmpty()) {
            return Optional.empty();
        }
        VerifiedWeek week = newest.get(0);
        if (week.seal() != Seal.INTACT) {
            return Optional.of(unusable(week));
        }
        try {
            return WeekSnapshot.of(week.stored().body()).chainHead()
                    .map(head -> new WeekHead(week.stored().week(), verdict(projectId, head), Optional.of(head)));
        } catch (UnreadableJsonException e) {
            return Optional.of(unusable(week));
        }
    }

    private static WeekHead unusable(VerifiedWeek week) {
        return new WeekHead(week.stored().week(), Verdict.WEEK_CHANGED, Optional.empty());
    }

    private Verdict verdict(long projectId, ChainHead head) {
        Optional<Fault> fault = chains.compare(SealChain.ofProject(projectId), head.position(), head.hash()).map(Broken::fault);
        return fault.map(one -> one == Fault.CUT_OFF ? Verdict.SHORTER : Verdict.DIFFERENT).orElse(Verdict.MATCHES);
    }
}
