package org.decisiongates.approval;

import static org.decisiongates.approval.ApprovedIssue.NOON;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.Test;

import org.decisiongates.approval.ApprovalReminderService.NobodyReminded;
import org.decisiongates.approval.ApprovalReminderService.Outcome;
import org.decisiongates.approval.ApprovalReminderService.Reminded;
import org.decisiongates.approval.ApprovalReminderService.RemindedToday;
import org.decisiongates.issue.DecisionPhase;
import org.decisiongates.issue.SealedSection;
import org.decisiongates.policy.ApprovalQuorum;

public class ApprovalRemindersTest {

    private static final long ISSUE = 10200;
    private static final long PROJECT = 10000;
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final InMemory stored = new InMemory();

    /** By the clock on the wall: across midnight, months, leap days and both changes of the clock. */
    @Test
    public void isDueSoManyDaysLaterAtTheSameTimeOnTheWall() {
        Object[][] table = {
                {"2026-11-22T23:59", 1, "2026-11-23T23:58:59", false}, {"2026-11-22T23:59", 1, "2026-11-23T23:59", true},
                {"2026-11-22T00:00", 1, "2026-11-22T23:59:59", false}, {"2026-11-22T00:00", 1, "2026-11-23T00:00", true},
                {"2026-11-30T12:00", 3, "2026-12-03T11:59", false}, {"2026-11-30T12:00", 3, "2026-12-03T12:00", true},
                {"2028-02-28T12:00", 1, "2028-02-29T12:00", true}, {"2028-02-28T12:00", 2, "2028-02-29T12:00", false},
                {"2026-03-28T12:00", 1, "2026-03-29T11:59", false}, {"2026-03-28T12:00", 1, "2026-03-29T12:00", true},
                {"2026-10-24T12:00", 1, "2026-10-25T11:59", false}, {"2026-10-24T12:00", 1, "2026-10-25T12:00", true},
                {"2026-03-28T02:30", 1, "2026-03-29T01:59", false}, {"2026-03-28T02:30", 1, "2026-03-29T03:30", true},
                {"2026-11-22T12:00", 0, "2030-01-01T00:00", false}};
        for (Object[] row : table) {
            assertEquals(row[0] + " and " + row[1] + " days at " + row[2], row[3],
                    ApprovalReminder.isDue(there((String) row[0]).toInstant(), (Integer) row[1], there((String) row[2])));
        }
        Instant spring = there("2026-03-28T12:00").toInstant();
        assertEquals("a day of 23 hours", true, ApprovalReminder.isDue(spring, 1, spring.plusSeconds(23 * 3600).atZone(BERLIN)));
        Instant autumn = there("2026-10-24T12:00").toInstant();
        assertEquals("a day of 25 hours", false, ApprovalReminder.isDue(autumn, 1, autumn.plusSeconds(24 * 3600).atZone(BERLIN)));
    }

    @Test
    public void remindsAgainEachTimeAsManyDaysHavePassed() {
        ApprovedIssue issue = asking(2, "ann", "ben").requested();
        assertEquals(0, due(issue, NOON.plusDays(2).minusSeconds(1)));
        assertEquals(2, due(issue, NOON.plusDays(2)));
        assertEquals("once", 0, due(issue, NOON.plusDays(2).plusMinutes(3)));
        issue.approvedBy("ann");
        assertEquals(0, due(issue, NOON.plusDays(4).minusMinutes(1)));
        assertEquals("ann counts already", 1, due(issue, NOON.plusDays(4)));
        assertEquals(List.of("ann", "ben", "ben"), stored.told);
        assertEquals("everybody has approved", 0, due(issue.approvedBy("ben"), NOON.plusDays(9)));
    }

    @Test
    public void remindsNobodyBeforeAnybodyAskedOrWhereNoPolicyWantsIt() {
        assertEquals(0, due(asking(1, "ann"), NOON.plusDays(9)));
        assertEquals(0, due(asking(0, "ann").requested(), NOON.plusDays(9)));
        assertEquals(List.of(), stored.told);
    }

    @Test
    public void countsFromAReminderThatSomebodyAskedFor() {
        ApprovedIssue issue = asking(1, "ann", "ben").requested();
        assertEquals(new Reminded(2, 0, 0), remind(issue, NOON.plusHours(20)));
        assertEquals(0, due(issue, NOON.plusDays(1)));
        assertEquals(2, due(issue, NOON.plusHours(44)));
    }

    @Test
    public void remindsNeitherOwnersAndEditorsNorWhoseTurnHasNotCome() {
        ApprovedIssue issue = new ApprovedIssue(required("legal", 1, 1, "ann", "ben", "otto"), required("board", 2, 1, "cleo"));
        issue.ownedBy("otto").edit("ben", SealedSection.QUESTION, "Refund by voucher?").requested();
        assertEquals(1, due(issue, NOON.plusDays(1)));
        assertEquals(List.of("ann"), stored.told);
        issue.approvedBy("ann");
        assertEquals(1, due(issue, NOON.plusDays(2)));
        assertEquals(List.of("ann", "cleo"), stored.told);
        issue.account("cleo", false);
        assertEquals("deactivated", 0, due(issue, NOON.plusDays(3)));
    }

    /** Only the one who objected can end that, and what is needed is there. */
    @Test
    public void remindsNobodyOfWhatHasItsNumberOfApprovalsAndAnObjection() {
        ApprovedIssue issue = new ApprovedIssue(required("legal", 1, 1, "ann", "ben", "cleo")).requested();
        ApprovedIssue.stored(issue.service().needDiscussion(issue.action("ben", "What of gift cards?")));
        assertEquals("not there yet", Set.of("ann", "cleo"), new MissingApprovers(issue.approvals()).approvers());
        issue.approvedBy("ann");
        assertEquals(Set.of(), new MissingApprovers(issue.approvals()).approvers());
        assertEquals(0, due(issue, NOON.plusDays(1)));
    }

    @Test
    public void remindsNobodyOfADecisionThatIsDecidedUnlessSomebodyAsks() {
        ApprovedIssue issue = asking(1, "ann").requested().approvedBy("ann").edit("otto", SealedSection.QUESTION, "Refund by voucher?");
        for (DecisionPhase phase : List.of(DecisionPhase.DECIDED, DecisionPhase.IN_DELIVERY, DecisionPhase.LIVE)) {
            assertEquals(phase.name(), 0, due(issue.in(phase.name()), NOON.plusDays(1)));
        }
        assertEquals(new Reminded(1, 0, 0), remind(issue, NOON.plusDays(1)));
        assertEquals("a later day", 1, due(issue.in(DecisionPhase.IN_REVIEW.name()), NOON.plusDays(3)));
    }

    @Test
    public void remindsWhoStandsInAsWellOnTheDaysOfTheDelegation() {
        ApprovedIssue issue = asking(1, "ann").requested();
        LocalDate day = NOON.toLocalDate();
        issue.delegating(new Delegation(1, "ann", "cleo", day.plusDays(2), day.plusDays(2), Set.of()));
        issue.delegating(new Delegation(2, "ann", "ben", day, day.plusDays(9), Set.of(PROJECT + 1)));
        issue.delegating(new Delegation(3, "ann", "otto", day, day.plusDays(9), Set.of())).ownedBy("otto");
        assertEquals("not yet, another project, and the owner", 1, due(issue, NOON.plusDays(1)));
        assertEquals(2, due(issue, NOON.plusDays(2)));
        assertEquals(1, due(issue, NOON.plusDays(3)));
        assertEquals(List.of("ann", "ann", "cleo", "ann"), stored.told);
    }

    @Test
    public void saysHowManyStandIn() {
        ApprovedIssue issue = asking(1, "ann", "ben").requested();
        issue.delegating(new Delegation(1, "ann", "cleo", NOON.toLocalDate(), NOON.toLocalDate(), Set.of()));
        assertEquals(new Reminded(3, 1, 0), remind(issue, NOON));
    }

    @Test
    public void goesByTheSoonestOfThePoliciesThatMissSomebody() {
        ApprovedIssue issue = new ApprovedIssue(required("legal", 1, 3, "ann"), required("support", 1, 1, "ann", "ben"),
                required("board", 1, 0, "cleo")).requested();
        Map<String, Integer> days = new MissingApprovers(issue.approvals()).reminderDays(List.of(), NOON.toLocalDate());
        assertEquals(Map.of("ann", 1, "ben", 1, "cleo", 0), days);
    }

    @Test
    public void isOfferedWhereSomebodyCanBeRemindedAndNobodyAskedForItToday() {
        ApprovedIssue issue = new ApprovedIssue(required("legal", 1, 1, "ann", "ben"), required("board", 2, 1, "cleo"));
        assertFalse("nobody asked for approvals", mayBeAskedFor(issue, NOON));
        assertTrue(mayBeAskedFor(issue.requested(), NOON));
        assertEquals(2, due(issue, NOON.plusDays(1)));
        assertTrue("a policy did it", mayBeAskedFor(issue, NOON.plusDays(1)));
        stored.clear();
        remind(issue, NOON);
        assertFalse("asked for", mayBeAskedFor(issue, NOON.plusHours(1)));
        assertTrue("the next day", mayBeAskedFor(issue, NOON.plusDays(1)));
        issue.approvedBy("ann");
        ApprovedIssue.stored(issue.service().needDiscussion(issue.action("ben", "What of gift cards?")));
        assertFalse("an objection, and a stage that waits", mayBeAskedFor(issue, NOON.plusDays(1)));
    }

    @Test
    public void asksOnceADayAndSaysWhoDid() {
        ApprovedIssue issue = asking(0, "ann", "ben", "cleo").requested();
        assertEquals(new Reminded(2, 0, 1), remind(issue, NOON, "ann", "ben"));
        Outcome again = remind(issue, NOON.plusHours(1));
        ApprovalReminder last = ((RemindedToday) again).last();
        assertEquals(Optional.of("otto"), last.actor());
        assertEquals(NOON.toInstant(), last.at());
        assertEquals(Set.of("ann", "ben"), Set.copyOf(stored.told));
        assertEquals("the next day", new Reminded(3, 0, 0), remind(issue, NOON.plusHours(12)));
    }

    @Test
    public void remindsTheOthersWhereAPolicyRemindedSomeToday() {
        ApprovedIssue issue = new ApprovedIssue(required("legal", 1, 1, "ann"), required("board", 1, 0, "ben")).requested();
        assertEquals(1, due(issue, NOON.plusDays(1)));
        assertEquals(new Reminded(1, 0, 0), remind(issue, NOON.plusDays(1).plusHours(1)));
        assertEquals(List.of("ann", "ben"), stored.told);
        ApprovedIssue other = asking(1, "ann").requested();
        stored.clear();
        due(other, NOON.plusDays(1));
        assertEquals(Optional.empty(), ((RemindedToday) remind(other, NOON.plusDays(1))).last().actor());
    }

    @Test
    public void looksAgainWhereAnotherNodeRemindsAtTheSameMoment() {
        ApprovedIssue issue = asking(1, "ann", "ben").requested();
        stored.meanwhile = List.of(new ApprovalReminder(ISSUE, "ann", Optional.empty(), NOON.toInstant()));
        assertEquals(new Reminded(1, 0, 0), remind(issue, NOON));
        assertEquals(List.of("ann", "ben"), stored.told);
    }

    @Test
    public void saysWhyNobodyIsReminded() {
        ApprovedIssue issue = asking(1, "ann");
        assertEquals("decision-gates.approval.not-requested", why(remind(issue, NOON)));
        issue.requested();
        assertEquals("decision-gates.approval.reminder.nobody-reachable", why(remind(issue, NOON, "nobody")));
        issue.approvedBy("ann");
        assertEquals("decision-gates.approval.reminder.nobody-missing", why(remind(issue, NOON)));
        assertEquals(List.of(), stored.told);
    }

    private int due(ApprovedIssue issue, ZonedDateTime now) {
        Approvals approvals = issue.approvals();
        MissingApprovers missing = MissingApprovers.beforeDecision(approvals);
        return service(issue).remindDue(ISSUE,
                missing.reminderDays(issue.byAny(missing.approvers(), now.toLocalDate()), now.toLocalDate()),
                approvals.steps().stream().filter(ApprovalStep::isRequest).map(ApprovalStep::at).findFirst().orElse(Instant.EPOCH),
                stored.latest(List.of(ISSUE)).getOrDefault(ISSUE, List.of()),
                now);
    }

    private boolean mayBeAskedFor(ApprovedIssue issue, ZonedDateTime now) {
        return ApprovalReminderService.mayBeAskedFor(issue.approvals(), stored.latest(List.of(ISSUE)).getOrDefault(ISSUE, List.of()), now);
    }

    private Outcome remind(ApprovedIssue issue, ZonedDateTime now, String... reachable) {
        return service(issue).remind(issue.approvals(), ISSUE, "otto", now, people -> people.stream()
                .filter(person -> reachable.length == 0 || List.of(reachable).contains(person)).collect(Collectors.toSet()));
    }

    private ApprovalReminderService service(ApprovedIssue issue) {
        return new ApprovalReminderService(stored, issue);
    }

    private static String why(Outcome outcome) {
        return ((NobodyReminded) outcome).why().key();
    }

    private static ApprovedIssue asking(int days, String... people) {
        return new ApprovedIssue(required(people.length > 1 ? "both" : "legal", 1, days, people));
    }

    private static RequiredApproval required(String key, int stage, int days, String... people) {
        RequiredApproval one = ApprovedIssue.by(key, stage, ApprovalQuorum.people(key.equals("both") ? 2 : 1),
                people);
        return new RequiredApproval(one.id(), one.requirement(), true, days);
    }

    private static ZonedDateTime there(String moment) {
        return ZonedDateTime.parse(moment + (moment.length() == 16 ? ":00" : "") + "Z").withZoneSameLocal(BERLIN);
    }

    /** As the database does it. */
    private static final class InMemory implements ApprovalReminders {

        private final List<ApprovalReminder> all = new ArrayList<>();
        private final Set<String> names = new HashSet<>();
        private final List<String> told = new ArrayList<>();
        private List<ApprovalReminder> meanwhile = List.of();

        void clear() {
            all.clear();
            names.clear();
        }

        @Override
        public Map<Long, List<ApprovalReminder>> latest(Collection<Long> issueIds) {
            return all.isEmpty() ? Map.of() : Map.of(ISSUE, List.copyOf(all));
        }

        @Override
        public boolean store(List<ApprovalReminder> reminders, LocalDate day) {
            List<ApprovalReminder> others = meanwhile;
            meanwhile = List.of();
            if (!others.isEmpty()) {
                store(others, day);
            }
            if (reminders.stream().anyMatch(one -> names.contains(one.person() + day))) {
                return false;
            }
            for (ApprovalReminder one : reminders) {
                names.add(one.person() + day);
                all.removeIf(earlier -> earlier.person().equals(one.person()));
                all.add(0, one);
                told.add(one.person());
            }
            return true;
        }

        @Override
        public void forget(Instant before) {
            throw new AssertionError("the service does not ask for this");
        }
    }
}
