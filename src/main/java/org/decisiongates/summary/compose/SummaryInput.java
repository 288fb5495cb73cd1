package org.decisiongates.summary.compose;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.decisiongates.metric.Contribution;
import org.decisiongates.metric.Listing;
import org.decisiongates.metric.OpenTallies;
import org.decisiongates.metric.OpenTally;
import org.decisiongates.metric.OwnerLoad;
import org.decisiongates.summary.Closure;
import org.decisiongates.summary.DebtAndWaivers;
import org.decisiongates.summary.ExpectedImpact;
import org.decisiongates.summary.GateTally;
import org.decisiongates.summary.OpenItem;
import org.decisiongates.summary.OwnerFilter;
import org.decisiongates.summary.Reopening;
import org.decisiongates.summary.SnapshotEntry;
import org.decisiongates.summary.SummaryHeader;
import org.decisiongates.summary.SummaryScope;
import org.decisiongates.summary.WeekSnapshot;

/**
 * What a week's summary is made of, as one reader may see it.
 *
 * @param blockers  open Blockers in any order
 * @param decisions open Decisions in any order
 * @param closures  what was closed in the week, newest first
 * @param reopened  what was opened again in the week, newest first
 * @param open      what is known of all that is open, where not all is listed
 * @param exact     whether totals of what is open are exact; else there may be more
 * @param owed      what is owed and waived; empty where it is not known
 * @param metrics   what follows from the journal; empty while it is not known
 */
public record SummaryInput(SummaryScope scope, SummaryHeader header, Listing<OpenItem> blockers, Listing<OpenItem> decisions,
        Listing<Closure> closures,
        Listing<Reopening> reopened, GateTally gates, Optional<WeekMetricsComparison> metrics, OpenTallies open, boolean exact,
        Optional<DebtAndWaivers> owed) {

    /**
     * Only what one person owns, or nobody. Totals count that; where a list does not hold everything, or may not, and nobody counted by
     * owner, they count what it holds, and the header says so. Impact is that of the items that are left. What was closed, what gates
     * said and the figures stay those of the whole scope.
     */
    public SummaryInput ownedBy(OwnerFilter owner) {
        Listing<OpenItem> theirBlockers = of(blockers, open.blockers(), owner);
        Listing<OpenItem> theirDecisions = of(decisions, open.decisions(), owner);
        // a list whose total is not known looks whole
        boolean isCounted = exact && (blockers.isWhole() || open.blockers().isPresent())
                && (decisions.isWhole() || open.decisions().isPresent());
        Set<String> keys = Stream.of(theirBlockers, theirDecisions).flatMap(items -> items.rows().stream()).map(OpenItem::key)
                .collect(Collectors.toSet());
        return new SummaryInput(scope, header.ownedBy(owner.text(), isCounted, SummaryHeader.owners(owners())), theirBlockers,
                theirDecisions, closures, reopened,
                gates,
                metrics.map(numbers -> new WeekMetricsComparison(numbers.figures(), numbers.weeksBefore(), of(numbers.impact(), keys),
                        numbers.impactBefore().map(lines -> of(lines, keys)))),
                OpenTallies.NONE, isCounted,
                owed.map(both -> new DebtAndWaivers(of(both.debt(), entry -> owner.matches(entry.row().owner())),
                        of(both.waivers(), entry -> keys.contains(entry.row().key())))));
    }

    /** Whose items {@code typed} asks for: where nobody is called so, those of the only owner with a name that begins so. */
    public OwnerFilter whole(OwnerFilter typed) {
        boolean isKnown = items().anyMatch(typed::matches) || owners().anyMatch(typed::matches);
        return isKnown ? typed : typed.among(owners().flatMap(Optional::stream));
    }

    private Stream<OpenItem> items() {
        return Stream.of(blockers, decisions).flatMap(items -> items.rows().stream());
    }

    private Stream<Optional<String>> owners() {
        return Stream.concat(items().map(OpenItem::owner), Stream.of(open.blockers(), open.decisions()).flatMap(Optional::stream)
                .flatMap(tally -> tally.owners().stream()).map(OwnerLoad::owner));
    }

    /** @param known what is known of all that is open, where not all is listed */
    private static Listing<OpenItem> of(Listing<OpenItem> all, Optional<OpenTally> known, OwnerFilter owner) {
        Listing<OpenItem> listed = of(all, owner::matches);
        long counted = all.isWhole() ? 0
                : known.stream().flatMap(tally -> tally.owners().stream()).filter(load -> owner.matches(load.owner()))
                        .mapToLong(OwnerLoad::open).sum();
        return new Listing<>(listed.rows(), Math.max(listed.total(), counted));
    }

    /** Whether that issue is listed as open. */
    public boolean lists(String key) {
        return Stream.of(blockers, decisions).flatMap(items -> items.rows().stream()).anyMatch(item -> item.key().equals(key));
    }

    private static Listing<Contribution> of(Listing<Contribution> lines, Set<String> keys) {
        return of(lines, line -> keys.contains(line.issueKey()));
    }

    private static <T> Listing<T> of(Listing<T> all, Predicate<T> theirs) {
        return Listing.of(all.rows().stream().filter(theirs).toList());
    }

    /**
     * The summary of a closed week.
     *
     * @param past the week, then the closed weeks before it, newest first; all trimmed, or none
     */
    public static SummaryInput closed(SummaryScope scope, SummaryHeader header, List<WeekSnapshot> past) {
        WeekSnapshot week = past.get(0);
        List<WeekSnapshot> before = past.subList(1, past.size());
        return new SummaryInput(scope, header, ExpectedImpact.beside(week.blockers(), week.impact()),
                ExpectedImpact.beside(week.decisions(), week.impact()),
                week.closures().map(SnapshotEntry::row),
                week.reopened().map(SnapshotEntry::row), week.gates(),
                Optional.of(new WeekMetricsComparison(week.figures(), before.stream().map(WeekSnapshot::figures).toList(),
                        week.impact(), before.stream().findFirst().map(WeekSnapshot::impact))),
                week.open(), true, week.owed());
    }
}
