package org.decisiongates.approval;

import static org.junit.Assert.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.Before;
import org.junit.Test;

import org.decisiongates.approval.ApprovalStep.Kind;
import org.decisiongates.issue.ApprovedScope;
import org.decisiongates.issue.ApprovedScope.State;
import org.decisiongates.issue.DecisionPhase;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.LinkedScopeChange.Standing;
import org.decisiongates.issue.SealedSection;
import org.decisiongates.policy.ApprovalQuorum;
import org.decisiongates.policy.ApproverSources;

public class ScopeComparisonTest {

    private static final Instant DECIDED = Instant.parse("2026-11-22T12:00:00Z");
    private static final Field SUMMARY = new Field("summary");
    private static final RequiredApproval LEGAL = ApprovedIssue.required("legal", 1, ApprovalQuorum.people(1),
            new ApproverSources(List.of("ann"), List.of(), List.of(), List.of()), SealedSection.QUESTION, SealedSection.SCOPE,
            SealedSection.DUE_DATE);

    private final List<SealedApprovalStep> steps = new ArrayList<>();
    private final Map<SealedSection, List<SectionEdit>> edits = new EnumMap<>(SealedSection.class);
    private final List<ScopeChangeRecord> records = new ArrayList<>();
    private IssueSnapshot issue = IssueSnapshot.EMPTY.movedTo(IssueSnapshot.statusOf(DecisionPhase.DECIDED))
            .with(SUMMARY, "Refunds by card").with(Field.DUE_DATE, LocalDate.of(2026, 11, 30));
    private IssueSnapshot kept;
    private List<RequiredApproval> required = List.of(LEGAL);

    @Before
    public void approve() {
        say(Kind.APPROVED, -10);
    }

    @Test
    public void saysNothingBeforeAnybodyHasApproved() {
        steps.clear();
        editDue(3, 5);
        assertEquals(ApprovedScope.NOT_APPROVED, result());
    }

    @Test
    public void comparesWithWhatWasApprovedWhenItWasDecided() {
        assertEquals(State.AS_APPROVED, result().state());
        editDue(3, 5);
        assertEquals(List.of(SealedSection.DUE_DATE), result().changed());
        editDue(30, 6);
        assertEquals("the very content is restored", State.AS_APPROVED, result().state());
    }

    /** Else an edit would need no scope change, if only the approvers like it. */
    @Test
    public void isNotMendedByApprovingTheChange() {
        editDue(3, 5);
        say(Kind.APPROVED, 6);
        assertEquals(List.of(SealedSection.DUE_DATE), result().changed());
    }

    /** Whoever takes back an approval does not make an edit good that came before. */
    @Test
    public void isNotMendedByTakingAnApprovalBack() {
        editDue(3, 5);
        say(Kind.WITHDRAWN, 6);
        assertEquals(State.CHANGED, result().state());
    }

    @Test
    public void holdsToTheFirstApprovalWhereItWasDecidedWithoutOne() {
        steps.clear();
        say(Kind.APPROVED, 10);
        editDue(3, 15);
        say(Kind.APPROVED, 20);
        assertEquals(List.of(SealedSection.DUE_DATE), result().changed());
    }

    @Test
    public void holdsToTheApprovalThatStoodWhenItWasDecided() {
        editDue(3, -8);
        say(Kind.APPROVED, -5);
        assertEquals(State.AS_APPROVED, result().state());
        say(Kind.WITHDRAWN, -3);
        assertEquals("nobody approved when it was decided", State.NOT_APPROVED, result().state());
    }

    @Test
    public void isCoveredByAScopeChangeThatWasDecidedAfterTheLastEdit() {
        editDue(3, 5);
        record(Optional.empty(), 4);
        assertEquals(List.of(Standing.TOO_EARLY), standings());
        record(Optional.empty(), 5);
        assertEquals(State.COVERED, result().state());
        assertEquals(List.of(Standing.TOO_EARLY, Standing.COVERS), standings());
        editDue(4, 7);
        assertEquals("and edited again", List.of(SealedSection.DUE_DATE), result().changed());
        assertEquals(List.of(Standing.TOO_EARLY, Standing.TOO_EARLY), standings());
    }

    /** What was approved before is not what the scope change was decided about. */
    @Test
    public void isNotPutBackBehindAScopeChange() {
        editDue(3, 5);
        record(Optional.empty(), 6);
        editDue(30, 7);
        assertEquals(List.of(SealedSection.DUE_DATE), result().changed());
        record(Optional.empty(), 8);
        assertEquals("one was decided after it was put back", State.AS_APPROVED, result().state());
    }

    @Test
    public void saysNothingOfAnEditThatWasUndoneBeforeAScopeChangeOfSomethingElse() {
        editDue(3, 5);
        editDue(30, 6);
        record(Optional.empty(), 7);
        assertEquals(State.AS_APPROVED, result().state());
        editDue(3, 8);
        editDue(30, 9);
        assertEquals("put back behind it", State.CHANGED, result().state());
    }

    /** The policy was copied for the project, the requirement was renamed, or the issue was moved. */
    @Test
    public void holdsToAnApprovalByARequirementThatIsAskedByAnotherNameNow() {
        required = List.of(new RequiredApproval("decision@10000/legal", LEGAL.requirement(), LEGAL.separationOfDuties(), 0));
        assertEquals(State.AS_APPROVED, result().state());
        editDue(3, 5);
        assertEquals(List.of(SealedSection.DUE_DATE), result().changed());
        say(Kind.APPROVED, 6);
        assertEquals("approving again by the new name ends nothing", List.of(SealedSection.DUE_DATE), result().changed());
    }

    @Test
    public void comparesNothingWithAnApprovalThatWasStaleWhenItWasDecided() {
        editDue(3, -5);
        assertEquals("nothing was changed since", State.AS_APPROVED, result().state());
        kept = issue;
        issue = issue.with(Field.DUE_DATE, LocalDate.of(2026, 11, 4));
        assertEquals("the edit of the transition is none of before", State.AS_APPROVED, result().state());
        issue = issue.with(Field.DUE_DATE, LocalDate.of(2026, 11, 3));
        say(Kind.APPROVED, 2);
        editDue(4, 5);
        assertEquals(List.of(SealedSection.DUE_DATE), result().changed());
        editDue(3, 6);
        assertEquals("what it said when it was decided, and was approved then", State.AS_APPROVED, result().state());
    }

    /** It was current when it was decided, so the edit and its undo say nothing. */
    @Test
    public void holdsToAnApprovalThatAnEditAndItsUndoCameAfter() {
        editDue(3, -5);
        editDue(30, -4);
        kept = issue;
        issue = issue.with(Field.DUE_DATE, LocalDate.of(2026, 11, 4));
        assertEquals(State.CHANGED, result().state());
        editDue(4, 5);
        kept = null;
        assertEquals("nobody knows what it said when it was decided", State.CHANGED, result().state());
    }

    @Test
    public void isNotCoveredByAScopeChangeThatLacksSomething() {
        editDue(3, 5);
        for (Standing lack : List.of(Standing.NO_OWNER, Standing.NO_IMPACT, Standing.NOT_DECIDED, Standing.NOT_APPROVED)) {
            records.clear();
            record(Optional.of(lack), 6);
            assertEquals(List.of(SealedSection.DUE_DATE), result().changed());
            assertEquals(List.of(lack), standings());
        }
    }

    @Test
    public void coversEachSectionByItself() {
        editDue(3, 5);
        record(Optional.empty(), 6);
        issue = issue.with(SUMMARY, "Refunds by card and voucher");
        edits.computeIfAbsent(SealedSection.SCOPE, any -> new ArrayList<>()).add(new SectionEdit(Optional.empty(), at(7)));
        assertEquals(List.of(SealedSection.SCOPE), result().changed());
        assertEquals(List.of(SealedSection.DUE_DATE), result().covered());
        assertEquals(List.of(Standing.COVERS), standings());
    }

    /** The edit of a transition is nowhere written down yet, and no scope change was decided after it. */
    @Test
    public void coversNoEditOfTheTransitionItself() {
        editDue(3, 5);
        record(Optional.empty(), 6);
        kept = issue;
        issue = issue.with(Field.DUE_DATE, LocalDate.of(2026, 11, 4));
        assertEquals(List.of(SealedSection.DUE_DATE), result().changed());
        assertEquals(List.of(Standing.TOO_EARLY), standings());
    }

    @Test
    public void countsNothingOfABrokenChain() {
        steps.remove(0);
        say(Kind.APPROVED, -9);
        assertEquals(State.CHAIN_BROKEN, new ScopeComparison(subject(), List.of(steps.get(0), steps.get(0)), Optional.of(DECIDED))
                .result(() -> records, () -> issue).state());
    }

    /** People edit and approve in turns until it is decided, and again once it was reopened. */
    @Test
    public void comparesNothingWhileItIsNotDecided() {
        editDue(3, 5);
        assertEquals(ApprovedScope.NOT_APPROVED,
                new ScopeComparison(subject(), steps, Optional.empty()).result(() -> records, () -> issue));
    }

    @Test
    public void looksAtTheScopeOnly() {
        assertEquals(Set.of(SealedSection.SCOPE, SealedSection.DUE_DATE), ScopeComparison.sealed(List.of(LEGAL)));
        issue = issue.with(ApprovedIssue.QUESTION, "Refund by card?");
        assertEquals(State.AS_APPROVED, result().state());
    }

    private void editDue(int day, int minutes) {
        issue = issue.with(Field.DUE_DATE, LocalDate.of(2026, 11, day));
        edits.computeIfAbsent(SealedSection.DUE_DATE, any -> new ArrayList<>()).add(new SectionEdit(Optional.of("ann"), at(minutes)));
    }

    private void record(Optional<Standing> lack, int minutes) {
        records.add(
                new ScopeChangeRecord(records.size() + 11, Optional.of("SHOP-" + (records.size() + 11)), lack, Optional.of(at(minutes))));
    }

    private void say(Kind kind, int minutes) {
        boolean takesBack = kind == Kind.WITHDRAWN;
        Map<String, String> digests = SealedContent.of(issue, LEGAL.requirement().sections()).digests();
        ApprovalStep step = new ApprovalStep(10200, 10000, steps.size() + 1, kind.name(), List.of(required.get(0).id()),
                takesBack ? Map.of() : digests, takesBack ? "" : "digest", "", "ann", Optional.empty(), at(minutes));
        String previous = steps.isEmpty() ? "" : steps.get(steps.size() - 1).seal().hash();
        steps.add(new SealedApprovalStep(step, ApprovalSeal.on(step, "0".repeat(32), previous), Optional.empty()));
    }

    private static Instant at(int minutes) {
        return DECIDED.plusSeconds(60L * minutes);
    }

    private ApprovalSubject subject() {
        return new ApprovalSubject(10200, 10000, issue, required,
                () -> new EditorsAndOwners(Map.of(), edits, first -> Set.of()));
    }

    private ApprovedScope result() {
        return new ScopeComparison(subject(), steps, Optional.of(DECIDED)).result(() -> records, () -> kept == null ? issue : kept);
    }

    private List<Standing> standings() {
        return result().scopeChanges().stream().map(one -> one.standing()).toList();
    }
}
