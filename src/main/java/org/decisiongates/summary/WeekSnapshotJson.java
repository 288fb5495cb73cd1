package org.decisiongates.summary;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import tools.jackson.databind.annotation.JsonDeserialize;

import org.decisiongates.audit.ChainHead;
import org.decisiongates.json.JsonDocument;
import org.decisiongates.json.TimeZoneName;
import org.decisiongates.json.UnreadableJsonException;
import org.decisiongates.metric.Contribution;
import org.decisiongates.metric.Figure;
import org.decisiongates.metric.Listing;
import org.decisiongates.metric.OpenTallies;
import org.decisiongates.metric.OwnerLoad;

/** A closed week as JSON. From the first release on, weeks of every version that ever wrote one must stay readable. */
final class WeekSnapshotJson {

    private static final long VERSION = 1;
    /**
     * The longest week that is read, in characters: several times the longest that is written, whose 10 000 impact lines are about two
     * million. Whatever else lies in the row must not cost a node its memory.
     */
    private static final int MAX_LENGTH = 32 * 1024 * 1024;
    private static final RowTrimmer ROWS = new RowTrimmer(1000);
    private static final JsonDocument<Stored> JSON = new JsonDocument<>(Stored.class, "the week",
            new JsonDocument.Bounds(MAX_LENGTH, 400_000), mixIns());

    private WeekSnapshotJson() {
    }

    /** A week as it is stored. */
    private record Stored(long version, @JsonDeserialize(using = TimeZoneName.class) String zone, Listing<SnapshotEntry<OpenItem>> blockers,
            Listing<SnapshotEntry<OpenItem>> decisions, Listing<SnapshotEntry<Closure>> closures,
            Listing<SnapshotEntry<Reopening>> reopened,
            GateTally gates,
            List<Figure> figures, Listing<Contribution> impact, Optional<OpenTallies> open,
            Optional<DebtAndWaivers> debtAndWaivers, Optional<ChainHead> chainHead, Optional<Listing<SnapshotEntry<RiskItem>>> risks,
            Optional<List<SnapshotEntry<IssueFeedback>>> feedback, Optional<List<SnapshotEntry<IssueApprovalCounts>>> approvals) {
    }

    static String write(WeekSnapshot week) {
        return JSON.write(new Stored(VERSION, week.zone(), rows(week.blockers(), ROWS::kept), rows(week.decisions(), ROWS::kept),
                rows(week.closures(), ROWS::closure), rows(week.reopened(), ROWS::reopening), ROWS.gates(week.gates()),
                week.figures().stream().map(WeekSnapshotJson::sorted).map(ROWS::figure).toList(),
                week.impact().map(ROWS::contribution),
                Optional.of(new OpenTallies(week.open().blockers().map(tally -> tally.with(ROWS::owner)),
                        week.open().decisions().map(tally -> tally.with(ROWS::owner))))
                        .filter(open -> !open.equals(OpenTallies.NONE)),
                week.owed().map(both -> new DebtAndWaivers(rows(both.debt(), ROWS::owed), rows(both.waivers(), ROWS::waived))),
                week.chainHead(), week.risks().map(all -> rows(all, ROWS::risk)), week.feedback(), week.approvals()));
    }

    static WeekSnapshot read(String text) throws UnreadableJsonException {
        Stored read = JSON.read(text);
        if (read.version() != VERSION) {
            throw new UnreadableJsonException("member version of the week is not one this version of the app knows");
        }
        return new WeekSnapshot(read.zone(), SummaryJson.checked("blockers", read.blockers()),
                SummaryJson.checked("decisions", read.decisions()), SummaryJson.checked("closures", read.closures()),
                SummaryJson.checked("reopened", read.reopened()), read.gates(), read.figures(), read.impact(),
                read.open().orElse(OpenTallies.NONE), checked(read.debtAndWaivers()), read.chainHead(),
                SummaryJson.checked("risks", read.risks()), read.feedback(), read.approvals());
    }

    /** No week that was closed before this was recorded has it. */
    private static Optional<DebtAndWaivers> checked(Optional<DebtAndWaivers> read) throws UnreadableJsonException {
        return read.isEmpty() ? read
                : Optional.of(new DebtAndWaivers(SummaryJson.checked("debt", read.get().debt()),
                        SummaryJson.checked("waivers", read.get().waivers())));
    }

    private static <T> Listing<SnapshotEntry<T>> rows(Listing<SnapshotEntry<T>> section, UnaryOperator<T> row) {
        return section.first(WeeklySummary.MAX_ROWS).map(listed -> new SnapshotEntry<>(listed.issueId(), row.apply(listed.row())));
    }

    private static Figure sorted(Figure figure) {
        return new Figure(figure.metric(), figure.value(), figure.sample(), figure.enough(), figure.before(),
                new TreeMap<>(figure.secondaryFigures()), figure.issues(), figure.issueTotal(), figure.corrected());
    }

    private static Map<Class<?>, Class<?>> mixIns() {
        Map<Class<?>, Class<?>> mixIns = new HashMap<>(SummaryJson.MIX_INS);
        mixIns.put(SnapshotEntry.class, IssueMember.class);
        mixIns.put(Contribution.class, ContributionMembers.class);
        mixIns.put(OwnerLoad.class, LoadMembers.class);
        return mixIns;
    }

    private interface IssueMember {

        @JsonProperty("id")
        long issueId();
    }

    private interface ContributionMembers {

        @JsonProperty("id")
        long issueId();

        @JsonProperty("key")
        String issueKey();
    }

    private interface LoadMembers {
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<String> issues();
    }
}
