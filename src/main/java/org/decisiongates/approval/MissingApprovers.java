package org.decisiongates.approval;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who can give an approval of an issue that is missing now: approvers whose turn it is and who do not count yet, and whoever stands in for
 * them. Nobody before anybody asked, once nothing more is to come of the issue, and while its entries are not what was stored. Nobody for
 * what has its number of approvals and an objection: only who objected can end that.
 */
public final class MissingApprovers {

    private final Approvals approvals;
    private final Set<String> approvers;

    public MissingApprovers(Approvals approvals) {
        this(approvals, approvals.areOver());
    }

    private MissingApprovers(Approvals approvals, boolean areOver) {
        this.approvals = approvals;
        this.approvers = !approvals.areRequested() || areOver ? Set.of()
                : approvals.states().stream().flatMap(state -> state.missing().stream()).distinct()
                        .filter(person -> !waitingFor(person, person).isEmpty()).limit(ApprovalReminders.MAX)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The same, and nobody once a Decision is decided: then nobody is reminded without somebody asking for it. */
    public static MissingApprovers beforeDecision(Approvals approvals) {
        return new MissingApprovers(approvals, approvals.areOver() || ApprovalReader.isDecided(approvals.subject().issue()));
    }

    /** User keys of the approvers, at most {@link ApprovalReminders#MAX}. */
    public Set<String> approvers() {
        return approvers;
    }

    /**
     * Who can be reminded, by user key, and after how many days a policy wants that; 0 where none does.
     *
     * @param made  what these approvers delegated to others, and maybe more
     * @param today the day in the zone of projects
     */
    public Map<String, Integer> reminderDays(Collection<Delegation> made, LocalDate today) {
        Map<String, Integer> days = new LinkedHashMap<>();
        approvers.forEach(person -> days.put(person, daysOf(waitingFor(person, person))));
        for (Delegation one : made) {
            if (approvers.contains(one.approver()) && one.covers(approvals.projectId(), today)) {
                List<RequirementState> needed = waitingFor(one.delegate(), one.approver());
                if (!needed.isEmpty()) {
                    days.merge(one.delegate(), daysOf(needed), MissingApprovers::sooner);
                }
            }
        }
        return days;
    }

    private List<RequirementState> waitingFor(String actor, String approver) {
        return approvals.waitingFor(actor, approver).stream().filter(one -> one.given() < one.needed()).toList();
    }

    private static int daysOf(List<RequirementState> needed) {
        return needed.stream().map(one -> one.required().reminderDays()).reduce(0, MissingApprovers::sooner);
    }

    private static int sooner(int days, int others) {
        return days == 0 || others == 0 ? Math.max(days, others) : Math.min(days, others);
    }
}
