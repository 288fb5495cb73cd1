package org.decisiongates.summary;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.decisiongates.metric.Figure;
import org.decisiongates.metric.ImpactMovement;
import org.decisiongates.metric.Listing;
import org.decisiongates.metric.OwnerLoad;

/**
 * The week of a project or a query for one reader: what is open, who owns it, what it means for customers. Lists hold only what that
 * reader may browse, capped; totals and numbers are exact over the same set. The order is the order of the sections on the page.
 *
 * @param blockers  open Blockers, what hurts first
 * @param decisions open Decisions, ownerless first, then by due date, undated last
 * @param owners    open Decisions by owner, nobody first, then by next due date
 * @param movement  expected impact on customers, one row per metric and unit
 * @param closures  what was closed in the week, newest first
 * @param reopened  what was opened again in the week, newest first
 * @param gates     what the gates of the week said
 * @param figures   the numbers behind it
 * @param asks      what people should do next, most pressing first
 * @param debt      rules that are owed, the longest owed first; empty where that is not known, or not recorded
 * @param waivers   the waivers of the week, those that are asked for first; empty where they are not known, or not recorded
 * @param history   what closed weeks say beside it; empty where nothing was asked of them
 * @param risks     risks of what is open that were not mitigated, lapsed acceptances first; empty where nobody looked, as for a closed week
 * @param feedback  what feedback threads ask of owners; empty where that is not known, or not recorded
 * @param approvals what waits for approvals of what is listed as open; empty likewise
 */
public record WeeklySummary(SummaryScope scope, SummaryHeader header, Headline headline, List<Question> questions,
        Listing<OpenItem> blockers,
        Listing<OpenItem> decisions, Listing<OwnerLoad> owners, Listing<ImpactMovement> movement, Listing<Closure> closures,
        Listing<Reopening> reopened, GateTally gates, Listing<Figure> figures, Listing<WeekAction> asks,
        Optional<Listing<OwedRuleItem>> debt, Optional<Listing<WaivedRuleItem>> waivers, Optional<WeekHistory> history,
        Optional<Listing<RiskItem>> risks, Optional<FeedbackCounts> feedback, Optional<ApprovalCounts> approvals) {

    /** How many rows of a list travel at most. */
    public static final int MAX_ROWS = 200;

    public WeeklySummary {
        questions = List.copyOf(questions);
    }

    /** A week beside which closed weeks say nothing. */
    public WeeklySummary(SummaryScope scope, SummaryHeader header, Headline headline, List<Question> questions, Listing<OpenItem> blockers,
            Listing<OpenItem> decisions, Listing<OwnerLoad> owners, Listing<ImpactMovement> movement, Listing<Closure> closures,
            Listing<Reopening> reopened, GateTally gates, Listing<Figure> figures, Listing<WeekAction> asks,
            Optional<Listing<OwedRuleItem>> debt, Optional<Listing<WaivedRuleItem>> waivers) {
        this(scope, header, headline, questions, blockers, decisions, owners, movement, closures, reopened, gates, figures, asks, debt,
                waivers, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same with what closed weeks say. */
    public WeeklySummary with(WeekHistory closed) {
        return new WeeklySummary(scope, header, headline, questions, blockers, decisions, owners, movement, closures, reopened, gates,
                figures, asks, debt, waivers, Optional.of(closed), risks, feedback, approvals);
    }

    /** The same with these risks. */
    public WeeklySummary with(Listing<RiskItem> found) {
        return new WeeklySummary(scope, header, headline, questions, blockers, decisions, owners, movement, closures, reopened, gates,
                figures, asks, debt, waivers, history, Optional.of(found), feedback, approvals);
    }

    /** The same with what feedback threads ask of owners. */
    public WeeklySummary with(FeedbackCounts counted) {
        return new WeeklySummary(scope, header, headline, questions, blockers, decisions, owners, movement, closures, reopened, gates,
                figures, asks, debt, waivers, history, risks, Optional.of(counted), approvals);
    }

    /** The same with what waits for approvals. */
    public WeeklySummary with(ApprovalCounts counted) {
        return new WeeklySummary(scope, header, headline, questions, blockers, decisions, owners, movement, closures, reopened, gates,
                figures, asks, debt, waivers, history, risks, feedback, Optional.of(counted));
    }

    /** The same with what was settled and reopened from this day on, project zone, as far as it is listed. */
    public WeeklySummary since(LocalDate day) {
        return new WeeklySummary(scope, header, headline, questions, blockers, decisions, owners, movement,
                Listing.of(closures.rows().stream().filter(closure -> !closure.on().isBefore(day)).toList()),
                Listing.of(reopened.rows().stream().filter(reopening -> !reopening.on().isBefore(day)).toList()), gates, figures, asks,
                debt, waivers, history, risks, feedback, approvals);
    }

    /** The same with one gap more. */
    public WeeklySummary with(SummaryHeader.Gap gap) {
        return new WeeklySummary(scope, header.with(Stream.concat(header.gaps().stream(), Stream.of(gap)).toList()), headline, questions,
                blockers, decisions, owners, movement, closures, reopened, gates, figures, asks, debt, waivers, history, risks, feedback,
                approvals);
    }
}
