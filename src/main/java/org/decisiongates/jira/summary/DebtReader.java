package org.decisiongates.jira.summary;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.security.roles.ProjectRole;
import com.atlassian.jira.security.roles.ProjectRoleManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.debt.Debts;
import org.decisiongates.debt.GateDebt;
import org.decisiongates.debt.IssueDebt;
import org.decisiongates.debt.OwedRule;
import org.decisiongates.issue.Field;
import org.decisiongates.jira.metric.WeekMoment;
import org.decisiongates.jira.platform.search.Visibility;
import org.decisiongates.metric.Listing;
import org.decisiongates.policy.Policies;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.rules.HasOwner;
import org.decisiongates.summary.DebtAndWaivers;
import org.decisiongates.summary.OpenItem;
import org.decisiongates.summary.OwedRuleItem;
import org.decisiongates.summary.SnapshotEntry;
import org.decisiongates.summary.SummaryHeader;
import org.decisiongates.summary.WaivedRuleItem;
import org.decisiongates.text.KebabCase;
import org.decisiongates.waiver.WaivedRule;
import org.decisiongates.waiver.Waiver;
import org.decisiongates.waiver.WaiverStep;
import org.decisiongates.waiver.Waivers;

/**
 * Reads what is owed and waived in a scope: two statements for every thousand issues that owe something. Neither is copied anywhere, so a
 * waiver ends here in the same second as everywhere (ADR-0094).
 */
@JiraComponent
class DebtReader {

    /** How many issues of a project may owe something; of more, nothing is told, as a part of them would be taken for all. */
    private static final int MAX_ISSUES = 5_000;
    private static final int AT_A_TIME = 1_000;

    private final Debts debts;
    private final Waivers waivers;
    private final OpenItemMapper items;
    private final UserManager users;
    private final Policies policies;
    private final ProjectRoleManager roles;

    DebtReader(Debts debts, Waivers waivers, OpenItemMapper items, UserManager users, Policies policies, ProjectRoleManager roles) {
        this.debts = debts;
        this.waivers = waivers;
        this.items = items;
        this.users = users;
        this.policies = policies;
        this.roles = roles;
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
        List<IssueDebt> owing = project.isPresent() ? owedIn(project.getAsLong())
                : debts.owedOf(visibility.issues().orElse(Set.of()));
        if (owing.size() > MAX_ISSUES) {
            return Optional.empty();
        }
        List<Long> looked = project.isPresent() ? owing.stream().map(IssueDebt::issueId).toList()
                : List.copyOf(visibility.issues().orElse(Set.of()));
        return around(looked, project, when.period().from())
                .map(found -> new Stored(owed(owing, found, visibility, when), waived(found, visibility, when), when));
    }

    /** What a summary must say where nothing was read. If nobody knows what the reader may see, its numbers say so. */
    static List<SummaryHeader.Gap> gaps(Visibility visibility, Optional<Stored> read) {
        return read.isPresent() || visibility.tooMany() ? List.of() : List.of(SummaryHeader.Gap.DEBT_TOO_MANY);
    }

    /** All that owe something in a project; of more than can be told, one thousand more at most. */
    private List<IssueDebt> owedIn(long project) {
        List<IssueDebt> all = new ArrayList<>();
        List<IssueDebt> page = debts.owedIn(project, 0, AT_A_TIME);
        all.addAll(page);
        while (page.size() == AT_A_TIME && all.size() <= MAX_ISSUES) {
            page = debts.owedIn(project, page.get(AT_A_TIME - 1).issueId(), AT_A_TIME);
            all.addAll(page);
        }
        return all;
    }

    private Optional<Map<Long, List<Waiver>>> around(List<Long> looked, OptionalLong project, Instant from) {
        Optional<Map<Long, List<Waiver>>> first = waivers.around(looked.subList(0, Math.min(AT_A_TIME, looked.size())), project, from);
        if (first.isEmpty() || looked.size() <= AT_A_TIME) {
            return first;
        }
        Map<Long, List<Waiver>> all = new HashMap<>(first.get());
        for (int at = AT_A_TIME; at < looked.size(); at += AT_A_TIME) {
            Optional<Map<Long, List<Waiver>>> more = waivers.around(looked.subList(at, Math.min(at + AT_A_TIME, looked.size())),
                    OptionalLong.empty(), from);
            if (more.isEmpty()) {
                return more;
            }
            // the first statement found of these issues only the waivers of this project that have not ended
            all.putAll(more.get());
        }
        return Optional.of(all);
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
    private static Optional<WaivedRuleItem.State> state(Waiver waiver, WeekMoment when) {
        Instant now = when.now().toInstant();
        if (waiver.isActive(now)) {
            return Optional.of(WaivedRuleItem.State.ACTIVE);
        }
        if (waiver.isOpen(now)) {
            return Optional.of(WaivedRuleItem.State.ASKED);
        }
        boolean granted = waiver.steps().stream().anyMatch(step -> step.state() == WaiverStep.State.GRANTED);
        Instant end = waiver.state() == WaiverStep.State.WITHDRAWN && waiver.newest().at().isBefore(waiver.until()) ? waiver.newest().at()
                : waiver.until();
        return granted && end.isAfter(when.period().from()) ? Optional.of(WaivedRuleItem.State.ENDED) : Optional.empty();
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
     * With names. Of the first {@value DebtAndWaivers#MAX_ROWS} of each, what was not found is not counted either: it was deleted, or the
     * reader may not see it.
     *
     * @param found the issues that the reader may see, of {@link Stored#issues}
     */
    DebtAndWaivers named(Stored stored, Map<Long, Issue> found) {
        ProjectLeads leads = new ProjectLeads();
        return new DebtAndWaivers(
                first(stored.owed(), found, Owed::issueId, (one, issue) -> item(one.debt(), issue, stored.when(), leads)),
                first(stored.waivers(), found, waiver -> waiver.asked().issueId(), (waiver, issue) -> item(waiver, issue, stored.when())));
    }

    private static <T, R> Listing<SnapshotEntry<R>> first(List<T> all, Map<Long, Issue> found, ToLongFunction<T> issueId,
            BiFunction<T, Issue, R> row) {
        List<T> looked = all.subList(0, Math.min(DebtAndWaivers.MAX_ROWS, all.size()));
        List<SnapshotEntry<R>> rows = looked.stream().filter(one -> found.containsKey(issueId.applyAsLong(one)))
                .map(one -> new SnapshotEntry<>(issueId.applyAsLong(one), row.apply(one, found.get(issueId.applyAsLong(one))))).toList();
        return new Listing<>(rows, all.size() - looked.size() + rows.size());
    }

    private OwedRuleItem item(GateDebt debt, Issue issue, WeekMoment when, ProjectLeads leads) {
        OpenItem item = items.of(issue, when.now(), leads);
        boolean ownerAsked = debt.rule().equals(HasOwner.DEFINITION.key()) && debt.field().equals(Field.OWNER.id());
        return new OwedRuleItem(item.key(), item.summary(), debt.rule(), KebabCase.of(debt.cause()), day(debt.since(), when.zone()),
                Math.max(0, Duration.between(debt.since(), when.now().toInstant()).toDays()), item.owner(), item.ownerActive(), item.due(),
                ownerAsked, ownerAsked ? leads.of(issue) : Optional.empty());
    }

    private WaivedRuleItem item(Waiver waiver, Issue issue, WeekMoment when) {
        String actor = waiver.steps().stream().filter(step -> step.state() == WaiverStep.State.GRANTED).findFirst()
                .orElseGet(waiver::asked).actor();
        WaivedRuleItem.State state = state(waiver, when).orElseThrow();
        return new WaivedRuleItem(issue.getKey(), Optional.ofNullable(issue.getSummary()).orElse(""), waiver.rule().rule(),
                state.key(), waiver.asked().reason(),
                Optional.ofNullable(users.getUserByKey(actor)).map(ApplicationUser::getDisplayName),
                day(waiver.until(), when.zone()).minusDays(1),
                state == WaivedRuleItem.State.ASKED ? deciders(waiver.rule()) : List.of());
    }

    /** Whom the policy in force names: those who may grant it now. */
    private List<String> deciders(WaivedRule rule) {
        return policies.inForce().policy(rule.scope(), rule.policy()).map(Policy::waivers).stream()
                .flatMap(terms -> Stream.concat(terms.roles().stream().flatMap(role -> name(role).stream()), terms.groups().stream()))
                .distinct().limit(WaivedRuleItem.MAX_DECIDERS).toList();
    }

    private Optional<String> name(String role) {
        return role.matches("[0-9]{1,18}") ? Optional.ofNullable(roles.getProjectRole(Long.valueOf(role))).map(ProjectRole::getName)
                : Optional.empty();
    }

    private static LocalDate day(Instant instant, ZoneId zone) {
        return LocalDate.ofInstant(instant, zone);
    }
}
