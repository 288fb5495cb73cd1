package org.decisiongates.jira.summary;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.debt.Debts;
import org.decisiongates.debt.GateDebt;
import org.decisiongates.debt.IssueDebt;
import org.decisiongates.debt.OwedRule;
import org.decisiongates.jira.metric.WeekMoment;
import org.decisiongates.jira.platform.search.Visibility;
import org.decisiongates.metric.Listing;
import org.decisiongates.summary.DebtAndWaivers;
import org.decisiongates.summary.OpenItem;
import org.decisiongates.summary.OwedItem;
import org.decisiongates.summary.SnapshotEntry;
import org.decisiongates.summary.WaivedItem;
import org.decisiongates.text.KebabCase;
import org.decisiongates.waiver.Waiver;
import org.decisiongates.waiver.WaiverStep;
import org.decisiongates.waiver.Waivers;

/**
 * Reads what is owed and waived in a scope: two statements, whatever the number of issues. Neither is copied anywhere, so a waiver ends here
 * in the same second as everywhere (ADR-0094).
 */
@JiraComponent
class DebtReader {

    /** How many issues that owe something are looked at; of a project with more, the first ones by id. */
    private static final int MAX_ISSUES = 1_000;

    private final Debts debts;
    private final Waivers waivers;
    private final OpenItemMapper items;
    private final UserManager users;

    DebtReader(Debts debts, Waivers waivers, OpenItemMapper items, UserManager users) {
        this.debts = debts;
        this.waivers = waivers;
        this.items = items;
        this.users = users;
    }

    /**
     * What is stored about the issues that a reader may see, of which nothing is named yet.
     *
     * @return empty where it cannot be told
     */
    Optional<Stored> read(Visibility visibility, WeekMoment when) {
        if (visibility.tooMany()) {
            return Optional.empty();
        }
        OptionalLong project = visibility.issues().isPresent() ? OptionalLong.empty()
                : visibility.scope().project().map(one -> OptionalLong.of(one.getId())).orElse(OptionalLong.empty());
        List<IssueDebt> owing = project.isPresent() ? debts.owedIn(project.getAsLong(), 0, MAX_ISSUES)
                : debts.owedOf(visibility.issues().orElse(Set.of()));
        Collection<Long> looked = project.isPresent() ? owing.stream().map(IssueDebt::issueId).toList()
                : visibility.issues().orElse(Set.of());
        return waivers.around(looked, project, when.period().from())
                .map(found -> new Stored(owed(owing, found, visibility, when), waived(found, visibility, when), when));
    }

    private static List<Owed> owed(List<IssueDebt> owing, Map<Long, List<Waiver>> waived, Visibility visibility, WeekMoment when) {
        List<Owed> owed = new ArrayList<>();
        for (IssueDebt issue : owing) {
            if (visibility.has(issue.issueId())) {
                Map<String, GateDebt> byRule = new HashMap<>();
                OwedRule.of(issue, waived.getOrDefault(issue.issueId(), List.of()), when.now().toInstant()).stream()
                        .filter(OwedRule::isOwed).map(OwedRule::debt).forEach(debt -> byRule.merge(debt.rule(), debt,
                                (one, other) -> other.since().isBefore(one.since()) ? other : one));
                byRule.values().forEach(debt -> owed.add(new Owed(issue.issueId(), debt)));
            }
        }
        owed.sort(Comparator.comparing((Owed one) -> one.debt().since()).thenComparing(Owed::issueId)
                .thenComparing(one -> one.debt().rule()));
        return owed;
    }

    private static List<Waiver> waived(Map<Long, List<Waiver>> found, Visibility visibility, WeekMoment when) {
        return found.entrySet().stream().filter(entry -> visibility.has(entry.getKey())).flatMap(entry -> entry.getValue().stream())
                .filter(waiver -> state(waiver, when).isPresent())
                .sorted(Comparator.comparing((Waiver waiver) -> state(waiver, when).orElseThrow()).thenComparing(Waiver::until)
                        .thenComparing(waiver -> waiver.asked().issueId()).thenComparing(Waiver::number))
                .toList();
    }

    /** How a waiver stands; empty for one that is none of this week's. */
    private static Optional<WaivedItem.State> state(Waiver waiver, WeekMoment when) {
        Instant now = when.now().toInstant();
        if (waiver.isActive(now)) {
            return Optional.of(WaivedItem.State.ACTIVE);
        }
        if (waiver.isOpen(now)) {
            return Optional.of(WaivedItem.State.ASKED);
        }
        boolean granted = waiver.steps().stream().anyMatch(step -> step.state() == WaiverStep.State.GRANTED);
        Instant end = waiver.state() == WaiverStep.State.WITHDRAWN && waiver.newest().at().isBefore(waiver.until()) ? waiver.newest().at()
                : waiver.until();
        return granted && end.isAfter(when.period().from()) ? Optional.of(WaivedItem.State.ENDED) : Optional.empty();
    }

    /**
     * What is stored, without names.
     *
     * @param owed    one entry an issue and rule, the longest owed first
     * @param waivers those of the week, what is asked for first
     */
    record Stored(List<Owed> owed, List<Waiver> waivers, WeekMoment when) {

        /** Ids of the issues that would be named. */
        Set<Long> issues() {
            Set<Long> ids = new LinkedHashSet<>();
            Stream.concat(owed.stream().limit(DebtAndWaivers.MAX_ROWS).map(Owed::issueId),
                    waivers.stream().limit(DebtAndWaivers.MAX_ROWS).map(waiver -> waiver.asked().issueId())).forEach(ids::add);
            return ids;
        }
    }

    /** One rule that an issue owes. */
    record Owed(long issueId, GateDebt debt) {
    }

    /**
     * With names. Of the first {@value DebtAndWaivers#MAX_ROWS} what was not found is not counted either: it was deleted, or the reader may not
     * see it.
     *
     * @param found the issues that the reader may see, of {@link Stored#issues}
     */
    DebtAndWaivers named(Stored stored, Map<Long, Issue> found) {
        List<Owed> looked = stored.owed().stream().limit(DebtAndWaivers.MAX_ROWS).toList();
        List<SnapshotEntry<OwedItem>> owed = looked.stream().filter(one -> found.containsKey(one.issueId()))
                .map(one -> new SnapshotEntry<>(one.issueId(), item(one.debt(), found.get(one.issueId()), stored.when()))).toList();
        List<SnapshotEntry<WaivedItem>> waived = stored.waivers().stream().limit(DebtAndWaivers.MAX_ROWS)
                .filter(waiver -> found.containsKey(waiver.asked().issueId()))
                .map(waiver -> new SnapshotEntry<>(waiver.asked().issueId(), item(waiver, found.get(waiver.asked().issueId()),
                        stored.when())))
                .toList();
        return new DebtAndWaivers(new Listing<>(owed, stored.owed().size() - looked.size() + owed.size()), Listing.of(waived));
    }

    private OwedItem item(GateDebt debt, Issue issue, WeekMoment when) {
        OpenItem item = items.of(issue, when.now());
        return new OwedItem(item.key(), item.summary(), debt.rule(), KebabCase.of(debt.cause()), day(debt.since(), when.zone()),
                Math.max(0, Duration.between(debt.since(), when.now().toInstant()).toDays()), item.owner(), item.ownerActive(), item.due());
    }

    private WaivedItem item(Waiver waiver, Issue issue, WeekMoment when) {
        String actor = waiver.steps().stream().filter(step -> step.state() == WaiverStep.State.GRANTED).findFirst()
                .orElseGet(waiver::asked).actor();
        return new WaivedItem(issue.getKey(), Optional.ofNullable(issue.getSummary()).orElse(""), waiver.rule().rule(),
                state(waiver, when).orElseThrow().key(), waiver.asked().reason(),
                Optional.ofNullable(users.getUserByKey(actor)).map(ApplicationUser::getDisplayName),
                day(waiver.until(), when.zone()).minusDays(1));
    }

    private static LocalDate day(Instant instant, ZoneId zone) {
        return LocalDate.ofInstant(instant, zone);
    }
}
