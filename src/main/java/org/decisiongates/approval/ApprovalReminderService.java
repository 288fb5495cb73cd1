package org.decisiongates.approval;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.decisiongates.text.Message;

/** Reminds whoever can give an approval that is missing: because somebody asks for it, or because a policy does. Once a day each. */
public final class ApprovalReminderService {

    /** How often it is looked again who was reminded when others remind at the same time. */
    private static final int MAX_TRIES = 3;

    private final ApprovalReminders reminders;
    private final Delegations delegations;

    public ApprovalReminderService(ApprovalReminders reminders, Delegations delegations) {
        this.reminders = reminders;
        this.delegations = delegations;
    }

    /** What came of asking for a reminder. */
    public sealed interface Outcome {
    }

    /**
     * They are on the next e-mail.
     *
     * @param people      how many
     * @param standIns    how many of these stand in for an approver and are none themselves
     * @param unreachable how many others can approve and get no e-mails
     */
    public record Reminded(int people, int standIns, int unreachable) implements Outcome {
    }

    /** Nobody was: somebody asked for it today already, or everybody was reminded today. */
    public record RemindedToday(ApprovalReminder last) implements Outcome {
    }

    /** Nobody was, for this reason. */
    public record NobodyReminded(Message why) implements Outcome {
    }

    /**
     * Whether asking for a reminder can do anything: somebody is missing, and nobody asked for one today. Whom an e-mail reaches is not
     * looked up.
     *
     * @param latest the last reminder of each person about the issue
     * @param now    the moment, in the zone of projects
     */
    public static boolean mayBeAskedFor(Approvals approvals, List<ApprovalReminder> latest, ZonedDateTime now) {
        return faultOf(approvals).isEmpty() && !new MissingApprovers(approvals).approvers().isEmpty() && askedToday(latest, now).isEmpty();
    }

    /**
     * Reminds everybody who is missing and was not reminded today, unless somebody asked for that today: three statements and a row or two
     * for each person.
     *
     * @param approvals the approvals of the issue as it is
     * @param actor     user key of who asks, who may
     * @param now       the moment, in the zone of projects
     * @param reachable of people by user key those who get e-mails
     */
    public Outcome remind(Approvals approvals, long issueId, String actor, ZonedDateTime now, UnaryOperator<Set<String>> reachable) {
        Optional<Message> fault = faultOf(approvals);
        if (fault.isPresent()) {
            return new NobodyReminded(fault.get());
        }
        MissingApprovers missing = new MissingApprovers(approvals);
        Set<String> people = missing.reminderDays(delegations.byAny(missing.approvers(), now.toLocalDate()), now.toLocalDate()).keySet();
        if (people.isEmpty()) {
            return new NobodyReminded(Message.of("decision-gates.approval.reminder.nobody-missing"));
        }
        Set<String> reached = reachable.apply(people);
        if (reached.isEmpty()) {
            return new NobodyReminded(Message.of("decision-gates.approval.reminder.nobody-reachable"));
        }
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            List<ApprovalReminder> today = reminders.latest(List.of(issueId)).getOrDefault(issueId, List.of()).stream()
                    .filter(one -> one.isOnDayOf(now)).toList();
            Set<String> already = today.stream().map(ApprovalReminder::person).collect(Collectors.toSet());
            List<String> left = reached.stream().filter(person -> !already.contains(person)).limit(ApprovalReminders.MAX).toList();
            Optional<ApprovalReminder> asked = askedToday(today, now);
            if (asked.isPresent() || left.isEmpty()) {
                return new RemindedToday(asked.orElseGet(() -> today.get(0)));
            }
            if (store(issueId, left, Optional.of(actor), now)) {
                return new Reminded(left.size(), (int) left.stream().filter(person -> !missing.approvers().contains(person)).count(),
                        people.size() - reached.size());
            }
        }
        throw new IllegalStateException("others remind of the approvals of issue " + issueId + " all the time");
    }

    private static Optional<ApprovalReminder> askedToday(List<ApprovalReminder> latest, ZonedDateTime now) {
        return latest.stream().filter(one -> one.isOnDayOf(now) && one.actor().isPresent()).findFirst();
    }

    private static Optional<Message> faultOf(Approvals approvals) {
        return approvals.brokenAt().isPresent()
                ? Optional.of(Message.of("decision-gates.approval.chain-broken", approvals.brokenAt().getAsInt()))
                : approvals.areOver() ? Optional.of(Message.of("decision-gates.approval.over"))
                : approvals.areRequested() ? Optional.empty()
                : Optional.of(Message.of("decision-gates.approval.not-requested"));
    }

    /**
     * Reminds whom a policy wants to be reminded by now: a row or two for each person. Where somebody else reminds one of them at the same
     * moment, nobody is; the next time tells who is left.
     *
     * @param days        after how many days who can be reminded is, by user key; see {@link MissingApprovers#reminderDays}
     * @param requestedAt when its approvals were asked for first
     * @param latest      the last reminder of each person about it
     * @param now         the moment, in the zone of projects
     * @return how many people are on the next e-mail
     */
    public int remindDue(long issueId, Map<String, Integer> days, Instant requestedAt, List<ApprovalReminder> latest, ZonedDateTime now) {
        Map<String, ApprovalReminder> last = latest.stream().collect(Collectors.toMap(ApprovalReminder::person, one -> one,
                (newer, older) -> newer));
        List<String> due = days.entrySet().stream()
                .filter(of -> isDue(Optional.ofNullable(last.get(of.getKey())), requestedAt, of.getValue(), now)).map(Map.Entry::getKey)
                .limit(ApprovalReminders.MAX).toList();
        return !due.isEmpty() && store(issueId, due, Optional.empty(), now) ? due.size() : 0;
    }

    private static boolean isDue(Optional<ApprovalReminder> last, Instant requestedAt, int days, ZonedDateTime now) {
        return last.filter(one -> one.isOnDayOf(now)).isEmpty()
                && ApprovalReminder.isDue(last.map(ApprovalReminder::at).filter(requestedAt::isBefore).orElse(requestedAt), days, now);
    }

    private boolean store(long issueId, List<String> people, Optional<String> actor, ZonedDateTime now) {
        return reminders.store(people.stream().map(person -> new ApprovalReminder(issueId, person, actor, now.toInstant())).toList(),
                now.toLocalDate());
    }
}
