package org.decisiongates.approval;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.junit.Test;

import org.decisiongates.fixture.Tree;
import org.decisiongates.issue.Criterion;
import org.decisiongates.issue.DecisionOption;
import org.decisiongates.issue.ExceptionState;
import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueRecord;
import org.decisiongates.issue.IssueRecords;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.Person;
import org.decisiongates.issue.ProjectVersion;
import org.decisiongates.issue.SealedSection;
import org.decisiongates.issue.TradeOff;

public class SealedContentTest {

    private static final Field QUESTION = new Field("question");
    private static final EnumSet<SealedSection> ALL = EnumSet.allOf(SealedSection.class);
    private static final IssueSnapshot REFUNDS = IssueSnapshot.EMPTY.with(QUESTION, "Refund by card?\nOr by \u201cvoucher\u201d?")
            .with(Field.ACCEPTANCE_CRITERIA, "Caf\u00e9s agree").with(Field.FALLBACK, "Pay by bank transfer")
            .with(new Field("summary"), "Refunds").with(new Field("description"), "All shops")
            .with(new Field("fixVersions"), new ProjectVersion("10500", "2.0", Optional.empty(), false))
            .with(Field.DUE_DATE, LocalDate.of(2026, 12, 1))
            .recording(new DecisionOption("By voucher \uD83D\uDEA7", "", DecisionOption.State.REJECTED))
            .recording(new DecisionOption("By card", "Quick", DecisionOption.State.CHOSEN))
            .recording(new Criterion("Support agrees", Optional.empty(), Optional.of("vera"), Criterion.State.OPEN))
            .recording(new Criterion("Refunds are fast", Optional.of(new Criterion.Target(new BigDecimal("1500.0"), "ms")),
                    Optional.empty(), Criterion.State.VERIFIED))
            .recording(new TradeOff("Fees", "Speed", Optional.of("otto")))
            .recording(new ExceptionState(ExceptionState.Path.FAILURE, "The bank\tis down", Optional.of("otto")));

    /** Computed with Python from what the reference says, not with this code. */
    @Test
    public void hasTheDigestsThatOthersCompute() {
        SealedContent content = SealedContent.of(REFUNDS, ALL);
        assertEquals("{\"format\":\"decision-gates sealed content 1\",\"sections\":{\"chosen-option\":[[\"option\",\"By card\",\"Quick\"]],"
                + "\"criteria\":[[\"criterion\",\"Refunds are fast\",\"1500\",\"ms\"],[\"criterion\",\"Support agrees\"],"
                + "[\"field\",\"acceptance-criteria\",\"Caf\u00e9s agree\"]],\"due-date\":[[\"day\",\"2026-12-01\"]],"
                + "\"exception-states\":[[\"failure\",\"The bank\\tis down\"]],"
                + "\"fallback\":[[\"field\",\"fallback\",\"Pay by bank transfer\"]],"
                + "\"options\":[[\"option\",\"By card\",\"Quick\"],[\"option\",\"By voucher \uD83D\uDEA7\",\"\"]],"
                + "\"question\":[[\"field\",\"question\",\"Refund by card?\\nOr by \u201cvoucher\u201d?\"]],"
                + "\"release\":[[\"version\",\"10500\",\"2.0\"]],"
                + "\"scope\":[[\"field\",\"description\",\"All shops\"],[\"field\",\"summary\",\"Refunds\"]],"
                + "\"trade-offs\":[[\"trade-off\",\"Fees\",\"Speed\"]]}}", content.text());
        assertEquals("3378fef848ae5509ec6a02361e1e716e0f3e374b91ce97cefce7d80dbcb008e7", content.digest());
        assertEquals(Map.of("chosen-option", "9a7b85aff449d328e394a9321d30d41ad7e8cb8f15fe0ac456f07a8b51ac80ca",
                "criteria", "41f97afaf5ab51c33261b08fe0d4e1b40d8c801b9f2d9832061af921a7d4944e",
                "due-date", "e41c2700ed9da55e2b916967166e4b26fdcb834bc9e5d0dc4351642631fe754a",
                "exception-states", "9b19302bf99202673fecaeacb5adbca4e5e92332c60ee2edafbe02b3cc7884f1",
                "fallback", "2bcff0fc50de3d9cebf4b4f13abf3aaf2e14ddb7ee6748eb503e9838a4c75d94",
                "options", "92d7989539c2bc901f1b8003e609a8c570fbdb4d643314305818ce2bc0260b72",
                "question", "c6fd97a382e5ee6af3a8bcb385ce87e04728837ad4368f334b8530d58e3fa1d2",
                "release", "40d4ecf120f826eb296592579d6a19ddcc00cd916c3aa2d7a2efd4cf5897bd29",
                "scope", "4c424e61be60a9e9726120f65b915c89c3bd9a2da3f755564eff5145c9fee8d6",
                "trade-offs", "3706cb1882ed3441f7aa3496353bdc9e617d91cd2e758970d6f8be2b9af42872"), content.digests());
    }

    /** The reference shows the same content and digests, or nobody could follow it. */
    @Test
    public void isInTheReferenceAsItIs() {
        String reference = Tree.text(Tree.ROOT.resolve("docs/reference/sealed-content.md"));
        SealedContent content = SealedContent.of(REFUNDS, ALL);
        assertEquals("", List.of(content.text(), content.digest(), content.digests().get("criteria")).stream()
                .filter(part -> !reference.contains(part)).reduce("", String::concat));
        for (SealedSection section : SealedSection.values()) {
            assertEquals(section.key(), true, reference.contains("| `" + section.key() + "` |"));
        }
    }

    @Test
    public void saysTheSameOfWhatIsTheSame() {
        String question = SealedContent.of(IssueSnapshot.EMPTY.with(QUESTION, "Caf\u00e9\nor bar?"), ALL).digest();
        assertEquals("lines end as the browser has them, and letters are composed as it likes", question,
                SealedContent.of(IssueSnapshot.EMPTY.with(QUESTION, "\t Cafe\u0301\r\nor bar? \r"), ALL).digest());
        assertEquals("a field that does not apply says nothing", SealedContent.of(IssueSnapshot.EMPTY, ALL),
                SealedContent.of(IssueSnapshot.EMPTY.without(QUESTION).without(Field.DUE_DATE).without(new Field("fixVersions")), ALL));
    }

    /** What stands behind a row is no content: who answers for it, and how far it is proven. */
    @Test
    public void sealsWhatIsSaidAndNotWhoSaysIt() {
        Criterion open = new Criterion("Fast", Optional.empty(), Optional.empty(), Criterion.State.OPEN);
        Criterion verified = new Criterion(17, "Fast", Optional.empty(), Optional.of("vera"), Criterion.State.VERIFIED);
        assertEquals(SealedContent.of(IssueSnapshot.EMPTY.recording(open), ALL),
                SealedContent.of(IssueSnapshot.EMPTY.recording(verified), ALL));
        assertEquals(SealedContent.of(REFUNDS, ALL),
                SealedContent.of(REFUNDS.with(Field.OWNER, new Person("otto", "Otto", true, true)), ALL));
    }

    @Test
    public void knowsARowInWhicheverOrderItWasAdded() {
        List<IssueRecord> rows = new ArrayList<>(REFUNDS.records().rows());
        Random random = new Random(17);
        String digest = SealedContent.of(REFUNDS, ALL).digest();
        for (int round = 0; round < 50; round++) {
            Collections.shuffle(rows, random);
            IssueSnapshot shuffled = REFUNDS;
            shuffled = new IssueSnapshot(shuffled.status(), shuffled.values(), shuffled.absent(), shuffled.links(), shuffled.visited(),
                    shuffled.groups(), shuffled.roles(), shuffled.comments(), shuffled.attachments(),
                    IssueRecords.of(rows), shuffled.followUps(), shuffled.threads(), shuffled.disputes(), shuffled.approvals(),
                    shuffled.approvedScope(),
                    shuffled.accounts());
            assertEquals(digest, SealedContent.of(shuffled, ALL).digest());
        }
    }

    /** Each change shows in its sections and in no other. */
    @Test
    public void changesTheDigestOfWhatWasChanged() {
        Map<IssueSnapshot, List<String>> changes = Map.of(REFUNDS.with(QUESTION, "Refund by card"), List.of("question"),
                REFUNDS.with(Field.DUE_DATE, LocalDate.of(2026, 12, 2)), List.of("due-date"), REFUNDS.empty(Field.FALLBACK),
                List.of("fallback"), REFUNDS.with(new Field("description"), "All shops\u00a0"), List.of("scope"),
                REFUNDS.recording(new DecisionOption("Never", "", DecisionOption.State.OPEN)), List.of("options"),
                REFUNDS.recording(new DecisionOption("Both", "", DecisionOption.State.CHOSEN)), List.of("chosen-option", "options"));
        Map<String, String> before = SealedContent.of(REFUNDS, ALL).digests();
        changes.forEach((issue, sections) -> {
            Map<String, String> after = SealedContent.of(issue, ALL).digests();
            assertEquals(sections, after.keySet().stream().filter(section -> !after.get(section).equals(before.get(section))).toList());
            assertNotEquals(SealedContent.of(REFUNDS, ALL).digest(), SealedContent.of(issue, ALL).digest());
        });
    }

    /** No text can be typed so that two issues that say different things have one digest. */
    @Test
    public void letsNoTextPassForAnother() {
        assertNotEquals(SealedContent.of(IssueSnapshot.EMPTY.recording(new TradeOff("a\",\"b", "", Optional.empty())), ALL).digest(),
                SealedContent.of(IssueSnapshot.EMPTY.recording(new TradeOff("a", "b\",\"", Optional.empty())), ALL).digest());
        assertNotEquals(SealedContent.of(IssueSnapshot.EMPTY.with(QUESTION, "\ud83d"), ALL).digest(),
                SealedContent.of(IssueSnapshot.EMPTY.with(QUESTION, "\ud83e"), ALL).digest());
    }

    @Test
    public void isReadAsItWasWritten() {
        SealedContent content = SealedContent.of(REFUNDS.with(QUESTION, "<b>\u0000\u2028\""), ALL);
        assertEquals(Optional.of(content), SealedContent.read(content.text()));
        assertEquals(Optional.empty(), SealedContent.read("{\"format\":\"another\",\"sections\":{}}"));
        assertEquals(Optional.empty(), SealedContent.read("no JSON"));
    }

    @Test
    public void tellsRowByRowWhatChanged() {
        SealedContent before = SealedContent.of(REFUNDS, EnumSet.of(SealedSection.OPTIONS, SealedSection.QUESTION));
        SealedContent after = SealedContent.of(REFUNDS.recording(new DecisionOption("By card", "Quick", DecisionOption.State.OPEN)), ALL);
        assertEquals(List.of(new SealedContent.Difference("options", List.of(), List.of(List.of("option", "By card", "Quick")))),
                after.since(before));
        assertEquals(List.of(), before.since(before));
        assertEquals("a section that is asked for no more", List.of("question", "options"),
                SealedContent.of(REFUNDS, EnumSet.of(SealedSection.RELEASE)).since(before).stream()
                        .map(SealedContent.Difference::section).toList());
    }
}
