package org.decisiongates.summary.compose;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.decisiongates.metric.Contribution;
import org.decisiongates.metric.OpenTally;
import org.decisiongates.summary.OpenItem;
import org.decisiongates.summary.OwedRuleItem;
import org.decisiongates.summary.WaivedRuleItem;
import org.decisiongates.summary.WeekAction;
import org.decisiongates.text.KebabCase;

/** The next steps people can be asked to take, most pressing first. One item can have several of them. */
enum WeekActionRule {
    /** An overdue Blocker. */
    RESOLVE_OVERDUE(OpenItem::overdue, item -> false),
    /** A Blocker or Decision without an owner. */
    NAME_AN_OWNER(item -> item.owner().isEmpty(), item -> item.owner().isEmpty()),
    /** A Blocker or Decision whose owner left. */
    REPLACE_INACTIVE_OWNER(item -> hasInactiveOwner(item), item -> hasInactiveOwner(item)),
    /** An issue whose owner cannot be assigned it, as a gate asks of owners. */
    REPLACE_UNASSIGNABLE_OWNER(item -> false, item -> false),
    /** An overdue Decision. */
    DECIDE_OVERDUE(item -> false, OpenItem::overdue),
    /** A waiver that somebody asked for. */
    DECIDE_ON_A_WAIVER(item -> false, item -> false),
    /** A rule that an issue owes the gate before its phase. */
    SETTLE_GATE_DEBT(item -> false, item -> false),
    /** A Blocker without a fallback. */
    WRITE_A_FALLBACK(item -> item.fallback().isBlank(), item -> false),
    /** A Blocker or Decision without a due date. */
    SET_A_DUE_DATE(item -> item.due().isEmpty(), item -> item.due().isEmpty()),
    /** An impact line of something open whose check date is past and whose actual is not known. */
    RECORD_THE_ACTUAL(item -> false, item -> false);

    /** What has been owed longest is asked for; all of it is listed beside the actions. */
    private static final int MAX_DEBT = 10;

    private final Predicate<OpenItem> ofBlockers;
    private final Predicate<OpenItem> ofDecisions;

    WeekActionRule(Predicate<OpenItem> ofBlockers, Predicate<OpenItem> ofDecisions) {
        this.ofBlockers = ofBlockers;
        this.ofDecisions = ofDecisions;
    }

    /** Stable name, {@code name-an-owner}. */
    String key() {
        return KebabCase.of(this);
    }

    /**
     * By rule, then Blockers before Decisions, each in the order they come in.
     *
     * @param waivers    see {@link #waivers}
     * @param debt       see {@link #debt}
     * @param actualsDue what comes last: see {@link #actualsDue}
     */
    static List<WeekAction> actions(List<OpenItem> blockers, List<OpenItem> decisions, List<WeekAction> waivers, List<WeekAction> debt,
            List<WeekAction> actualsDue) {
        List<WeekAction> actions = new ArrayList<>();
        for (WeekActionRule rule : values()) {
            blockers.stream().filter(rule.ofBlockers).map(rule::of).forEach(actions::add);
            decisions.stream().filter(rule.ofDecisions).map(rule::of).forEach(actions::add);
            Stream.concat(waivers.stream(), debt.stream()).filter(action -> action.kind().equals(rule.key())).forEach(actions::add);
        }
        actions.addAll(actualsDue);
        return actions;
    }

    /** The actions for lines whose check date is past and whose actual is not known. */
    static List<WeekAction> actualsDue(List<Contribution> lines, LocalDate today) {
        return lines.stream()
                .filter(one -> one.line().actual().isEmpty() && one.line().check().filter(check -> check.isBefore(today)).isPresent())
                .map(one -> WeekAction.of(RECORD_THE_ACTUAL.key(), one.issueKey(), one.line().metric())).distinct().toList();
    }

    /** The actions to decide on what is asked for, in their order; of whoever may grant it, by the last day that it would have. */
    static List<WeekAction> waivers(List<WaivedRuleItem> waived, LocalDate today) {
        return waived.stream().filter(WaivedRuleItem::isAsked)
                .map(item -> new WeekAction(DECIDE_ON_A_WAIVER.key(), item.key(), item.summary(), Optional.of(item.rule()),
                        Optional.of(String.join(", ", item.deciders())).filter(names -> !names.isEmpty()),
                        Optional.of(item.lastDay()).filter(day -> !day.isBefore(today))))
                .toList();
    }

    /**
     * The actions for the first {@value #MAX_DEBT} rules that are owed, in their order; not for an owner who is owed by an item that is
     * open: to name one is asked for that item.
     */
    static List<WeekAction> debt(List<OwedRuleItem> owed, List<OpenItem> open, LocalDate today) {
        Set<String> unowned = open.stream().filter(item -> !OpenItemOrder.isOwned(item)).map(OpenItem::key).collect(Collectors.toSet());
        return owed.stream().filter(item -> !item.ownerAsked() || !unowned.contains(item.key())).limit(MAX_DEBT)
                .map(item -> of(item, item.due().filter(due -> !due.isBefore(today)))).toList();
    }

    /** Who cannot be assigned an issue cannot name another owner either, so that is asked of the project's lead. */
    private static WeekAction of(OwedRuleItem item, Optional<LocalDate> by) {
        return item.ownerAsked() ? new WeekAction(ofOwner(item).key(), item.key(), item.summary(), Optional.empty(), item.lead(), by)
                : new WeekAction(SETTLE_GATE_DEBT.key(), item.key(), item.summary(), Optional.of(item.rule()),
                        item.owner().filter(owner -> item.ownerActive()), by);
    }

    private static WeekActionRule ofOwner(OwedRuleItem item) {
        return item.owner().isEmpty() ? NAME_AN_OWNER : item.ownerActive() ? REPLACE_UNASSIGNABLE_OWNER : REPLACE_INACTIVE_OWNER;
    }

    private static boolean hasInactiveOwner(OpenItem item) {
        return item.owner().isPresent() && !item.ownerActive();
    }

    /** How many {@link #actions} there are of all that is open, listed or not, but for {@link #waivers} and {@link #debt}. */
    static long total(OpenTally blockers, OpenTally decisions, long actualsDue) {
        return blockers.overdue() + blockers.nobodys() + blockers.withoutFallback() + blockers.undated()
                + decisions.nobodys() + decisions.overdue() + decisions.undated() + actualsDue;
    }

    private WeekAction of(OpenItem item) {
        boolean isOfLead = this == NAME_AN_OWNER || this == REPLACE_INACTIVE_OWNER;
        return new WeekAction(key(), item.key(), item.summary(), Optional.empty(),
                isOfLead ? item.lead() : item.owner().filter(owner -> item.ownerActive()),
                item.due().filter(due -> !item.overdue()));
    }
}
