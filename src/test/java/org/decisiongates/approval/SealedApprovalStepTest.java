package org.decisiongates.approval;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

import org.junit.Test;

public class SealedApprovalStepTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123Z");
    private static final String SALT = "0123456789abcdef0123456789abcdef";

    @Test
    public void showsEveryChangeOfAStep() {
        List<UnaryOperator<ApprovalStep>> changes = List.of(
                step -> new ApprovalStep(2, step.projectId(), step.step(), step.word(), step.requirements(), step.digests(), step.content(),
                        step.comment(), step.actor(), step.onBehalfOf(), step.at()),
                step -> new ApprovalStep(step.issueId(), 2, step.step(), step.word(), step.requirements(), step.digests(), step.content(),
                        step.comment(), step.actor(), step.onBehalfOf(), step.at()),
                step -> with(step, "ABSTAINED", step.requirements(), step.digests()),
                step -> with(step, step.word(), List.of("decision/legal", "decision/qa"), step.digests()),
                step -> with(step, step.word(), step.requirements(), Map.of("question", "e")),
                step -> new ApprovalStep(step.issueId(), step.projectId(), step.step(), step.word(), step.requirements(), step.digests(),
                        "d", step.comment(), step.actor(), step.onBehalfOf(), step.at()),
                step -> personal(step, "No", step.actor(), step.onBehalfOf()),
                step -> personal(step, step.comment(), "ben", Optional.empty()),
                step -> personal(step, step.comment(), step.actor(), Optional.of("ben")),
                step -> new ApprovalStep(step.issueId(), step.projectId(), step.step(), step.word(), step.requirements(), step.digests(),
                        step.content(), step.comment(), step.actor(), step.onBehalfOf(), step.at().plusMillis(1)),
                ApprovalStep::confirmed);
        for (UnaryOperator<ApprovalStep> change : changes) {
            List<SealedApprovalStep> chain = chain(3);
            SealedApprovalStep second = chain.get(1);
            chain.set(1, new SealedApprovalStep(change.apply(second.step()), second.seal(), Optional.empty()));
            assertEquals(chain.get(1).step().toString(), OptionalInt.of(2), SealedApprovalStep.firstBroken(chain, any -> true));
        }
    }

    @Test
    public void showsAStepThatIsMissingMovedOrPutIn() {
        List<SealedApprovalStep> chain = chain(4);
        assertEquals(OptionalInt.empty(), SealedApprovalStep.firstBroken(chain, any -> false));
        chain.remove(1);
        assertEquals(OptionalInt.of(2), SealedApprovalStep.firstBroken(chain, any -> false));
        SealedApprovalStep forged = new SealedApprovalStep(step(2), ApprovalSeal.on(step(2), SALT, ""), Optional.empty());
        chain.add(1, forged);
        assertEquals(OptionalInt.of(2), SealedApprovalStep.firstBroken(chain, any -> false));
    }

    /** Who acted can be taken out; everything else stays sealed, and what is not on record shows. */
    @Test
    public void holdsWithoutAPersonWhoWasErasedOnRecord() {
        SealedApprovalStep whole = chain(1).get(0);
        ApprovalSeal unsalted = new ApprovalSeal(Optional.empty(), whole.seal().personal(), "", whole.seal().hash());
        ApprovalStep left = personal(whole.step(), "", "(erased)", Optional.empty());
        assertTrue(new SealedApprovalStep(left, unsalted, Optional.of("e1")).isIntact("e1"::equals));
        assertFalse(new SealedApprovalStep(left, unsalted, Optional.of("e2")).isIntact("e1"::equals));
        assertFalse(new SealedApprovalStep(left, unsalted, Optional.empty()).isIntact("e1"::equals));
        assertFalse(new SealedApprovalStep(left, whole.seal(), Optional.of("e1")).isIntact("e1"::equals));
        assertFalse(new SealedApprovalStep(with(left, "ABSTAINED", left.requirements(), left.digests()), unsalted, Optional.of("e1"))
                .isIntact("e1"::equals));
    }

    /** Rows of versions that asked for no password hold, and nobody makes one of the other kind out of them, nor the other way round. */
    @Test
    public void sealsAStepWithAPasswordOtherwiseAndEveryOtherOneAsEver() {
        ApprovalStep step = step(1);
        assertEquals("c10b95c953a133d160375d35e0d3be56c4b667ff77be24885f8a1e075e2c664f",
                ApprovalSeal.on(step, SALT, "").hash());
        assertEquals("71b3cbf4cfcef30baeafa98b8c36a4bf87e68275485ab76ce91823000fd277b4",
                ApprovalSeal.on(step.confirmed(), SALT, "").hash());
        assertTrue(new SealedApprovalStep(step.confirmed(), ApprovalSeal.on(step.confirmed(), SALT, ""), Optional.empty())
                .isIntact(any -> false));
        assertFalse("without its password",
                new SealedApprovalStep(step, ApprovalSeal.on(step.confirmed(), SALT, ""), Optional.empty()).isIntact(any -> false));
    }

    private static List<SealedApprovalStep> chain(int length) {
        List<SealedApprovalStep> chain = new ArrayList<>();
        for (int number = 1; number <= length; number++) {
            String previous = chain.isEmpty() ? "" : chain.get(chain.size() - 1).seal().hash();
            chain.add(new SealedApprovalStep(step(number), ApprovalSeal.on(step(number), SALT, previous), Optional.empty()));
        }
        return chain;
    }

    private static ApprovalStep step(int number) {
        return new ApprovalStep(10200, 10000, number, "APPROVED", List.of("decision/legal"), Map.of("question", "d"), "c", "Fine", "ann",
                Optional.of("cleo"), NOON);
    }

    private static ApprovalStep with(ApprovalStep step, String word, List<String> requirements, Map<String, String> digests) {
        return new ApprovalStep(step.issueId(), step.projectId(), step.step(), word, requirements, digests, step.content(), step.comment(),
                step.actor(), step.onBehalfOf(), step.at());
    }

    private static ApprovalStep personal(ApprovalStep step, String comment, String actor, Optional<String> onBehalfOf) {
        return new ApprovalStep(step.issueId(), step.projectId(), step.step(), step.word(), step.requirements(), step.digests(),
                step.content(), comment, actor, onBehalfOf, step.at());
    }
}
