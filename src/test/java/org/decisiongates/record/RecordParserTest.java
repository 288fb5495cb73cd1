package org.decisiongates.record;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

import org.junit.Test;

import org.decisiongates.issue.CommunicationPlan;
import org.decisiongates.issue.Criterion;
import org.decisiongates.issue.DecisionOption;
import org.decisiongates.issue.Evidence;
import org.decisiongates.issue.ExceptionState;
import org.decisiongates.issue.Hypothesis;
import org.decisiongates.issue.IssueRecord;
import org.decisiongates.issue.IssueRecord.Kind;
import org.decisiongates.issue.Risk;
import org.decisiongates.issue.TradeOff;
import org.decisiongates.record.RecordParser.Lookup;
import org.decisiongates.record.RecordParser.ParsedRecord;
import org.decisiongates.text.Message;

public class RecordParserTest {

    private static final Lookup LOOKUP = new Lookup() {

        @Override
        public Optional<String> userKey(String typed) {
            return Optional.of(typed + "-key").filter(key -> Set.of("lead", "owner").contains(typed));
        }

        @Override
        public boolean hasCriterion(long id) {
            return id == 7;
        }

        @Override
        public boolean hasHypothesis(long id) {
            return id == 9;
        }

        @Override
        public OptionalLong otherIssue(String typed) {
            return typed.equals("SHOP-12") ? OptionalLong.of(10_012) : OptionalLong.empty();
        }

        @Override
        public boolean hasAttachment(String name) {
            return name.equals("review.pdf");
        }
    };

    @Test
    public void readsARowOfEveryKind() {
        Optional<String> lead = Optional.of("lead-key");
        Optional<LocalDate> day = Optional.of(LocalDate.of(2026, 12, 31));
        List<Map.Entry<IssueRecord, String>> typed = List.of(
                Map.entry(new DecisionOption("One page", "Fewer clicks", DecisionOption.State.CHOSEN),
                        "text=One page;reason=Fewer clicks;state=chosen"),
                Map.entry(new Criterion(0, "Fast", Optional.of(new Criterion.Target(new BigDecimal("0.4"), "s")), lead,
                        Criterion.State.NOT_DEMONSTRABLE, Optional.of(10_012L)),
                        "text=Fast;target=0,4;unit=s;verifier=lead;state=not demonstrable;followUp=SHOP-12"),
                Map.entry(new TradeOff("Guests", "", lead), "text= Guests ;acceptedBy=lead"),
                Map.entry(new ExceptionState(ExceptionState.Path.RECOVERY, "Switch back\nTell support", lead),
                        "path=recovery;text=\n Switch  back \r\n\n Tell support\n;owner=lead"),
                Map.entry(new Risk("Queues", Risk.State.ACCEPTED, lead, day), "text=Queues;state=ACCEPTED;approver=lead;expiry=2026-12-31"),
                Map.entry(new CommunicationPlan("Merchants", "Status page", lead, day),
                        "audience=Merchants;channel=Status page;owner=lead;nextUpdate=2026-12-31"),
                Map.entry(new Evidence("Load test", Evidence.Source.LINK, "https://ci.example.com/7?a=b#c", Optional.of(7L)),
                        "text=Load test;reference=https://ci.example.com/7?a=b#c;criterion=7"),
                Map.entry(new Evidence("Review", Evidence.Source.ATTACHMENT, "review.pdf", Optional.empty()),
                        "text=Review;reference=review.pdf;criterion="),
                Map.entry(new Evidence("Pilot", Evidence.Source.ATTACHMENT, "review.pdf", Optional.empty(), Optional.of(9L)),
                        "text=Pilot;reference=review.pdf;hypothesis=9"),
                Map.entry(new Hypothesis(0, "Guests leave", "20 of 100\nfinish", Hypothesis.Exposure.HIGHEST, Hypothesis.State.VALIDATED,
                        "26 did", lead, day.get()),
                        "text=Guests leave;measure=20 of 100\nfinish;exposure=highest;state=validated;outcome=26 did;owner=lead;"
                                + "checkDate=2026-12-31"));
        for (Map.Entry<IssueRecord, String> row : typed) {
            assertEquals(new ParsedRecord(Optional.of(row.getKey()), Map.of()), read(row.getKey().kind(), row.getValue()));
        }
    }

    @Test
    public void beginsWithTheFirstStateWhereNoneIsTyped() {
        assertEquals(Optional.of(new Risk("Queues", Risk.State.OPEN, Optional.empty(), Optional.empty())),
                read(Kind.RISK, "text=Queues").row());
        assertEquals(Optional.of(new Criterion("Fast", Optional.empty(), Optional.empty(), Criterion.State.OPEN)),
                read(Kind.CRITERION, "text=Fast").row());
        assertEquals(Optional.of(Hypothesis.open("Guests leave", "Figures", LocalDate.of(2026, 12, 31))),
                read(Kind.HYPOTHESIS, "text=Guests leave;measure=Figures;checkDate=2026-12-31").row());
    }

    @Test
    public void namesWhatIsMissing() {
        assertFaults(Kind.OPTION, "", Map.of(RecordPart.TEXT, "missing.option.text"));
        assertFaults(Kind.CRITERION, "text=\u200B \u00A0", Map.of(RecordPart.TEXT, "missing.criterion.text"));
        assertFaults(Kind.TRADE_OFF, "reason=x", Map.of(RecordPart.TEXT, "missing.trade-off.text"));
        assertFaults(Kind.EXCEPTION_STATE, "", Map.of(RecordPart.PATH, "missing.exception-state.path", RecordPart.TEXT,
                "missing.exception-state.text"));
        assertFaults(Kind.RISK, "text=\n\n", Map.of(RecordPart.TEXT, "missing.risk.text"));
        assertFaults(Kind.COMMUNICATION_PLAN, "", Map.of(RecordPart.AUDIENCE, "missing.communication-plan.audience"));
        assertFaults(Kind.HYPOTHESIS, "", Map.of(RecordPart.TEXT, "missing.hypothesis.text", RecordPart.MEASURE,
                "missing.hypothesis.measure", RecordPart.CHECK_DATE, "missing.hypothesis.checkDate"));
        for (String state : List.of("validated", "invalidated", "inconclusive")) {
            assertFaults(Kind.HYPOTHESIS, "text=x;measure=x;checkDate=2026-12-31;outcome= ;state=" + state,
                    Map.of(RecordPart.OUTCOME, "missing.hypothesis.outcome"));
        }
        assertFaults(Kind.EVIDENCE, "", Map.of(RecordPart.TEXT, "missing.evidence.text", RecordPart.REFERENCE,
                "missing.evidence.reference"));
    }

    @Test
    public void saysEverythingThatIsWrongAtOnce() {
        assertFaults(Kind.CRITERION, "text=" + "x".repeat(1001) + ";target=1,234;unit=" + "u".repeat(21) + ";state=done;verifier=nobody",
                Map.of(RecordPart.TEXT, "too-long", RecordPart.TARGET, "decision-gates.impact.fault.ambiguous-number", RecordPart.UNIT,
                        "too-long", RecordPart.STATE, "no-such-word", RecordPart.VERIFIER, "no-such-user"));
        assertFaults(Kind.HYPOTHESIS, "text=x;measure=x;checkDate=soon;exposure=open;state=highest;outcome=" + "x".repeat(1001),
                Map.of(RecordPart.CHECK_DATE, "not-a-date", RecordPart.EXPOSURE, "no-such-word", RecordPart.STATE, "no-such-word",
                        RecordPart.OUTCOME, "too-long"));
        assertFaults(Kind.EVIDENCE, "text=x;reference=review.pdf;hypothesis=7", Map.of(RecordPart.HYPOTHESIS, "no-such-hypothesis"));
        assertFaults(Kind.CRITERION, "text=x;followUp=SHOP-13", Map.of(RecordPart.FOLLOW_UP, "no-such-issue"));
        assertFaults(Kind.CRITERION, "text=x;unit=ms", Map.of(RecordPart.TARGET, "unit-without-number"));
        assertFaults(Kind.RISK, "text=x\u0000y;expiry=31.12.2026;state=EXPECTED",
                Map.of(RecordPart.TEXT, "not-text", RecordPart.EXPIRY, "not-a-date", RecordPart.STATE, "no-such-word"));
        assertFaults(Kind.RISK, "text=" + "x\n".repeat(21) + ";expiry=+12026-01-01", Map.of(RecordPart.TEXT, "too-many-lines",
                RecordPart.EXPIRY, "not-a-date"));
        for (String reference : List.of("http://", "https:// example.com", "https://exa mple.com", "https://[x")) {
            assertFaults(Kind.EVIDENCE, "text=x;reference=" + reference, Map.of(RecordPart.REFERENCE, "not-an-address"));
        }
        for (String reference : List.of("other.pdf", "javascript:alert(1)", "data:text/html,x", "ftp://example.com")) {
            assertFaults(Kind.EVIDENCE, "text=x;reference=" + reference + ";criterion=8",
                    Map.of(RecordPart.REFERENCE, "no-such-file", RecordPart.CRITERION, "no-such-criterion"));
        }
        for (String criterion : List.of("0", "-7", "7.0", "x", "99999999999999999999")) {
            assertFaults(Kind.EVIDENCE, "text=x;reference=review.pdf;criterion=" + criterion, Map.of(RecordPart.CRITERION,
                    "no-such-criterion"));
        }
    }

    @Test
    public void takesAsMuchAsTheStoreHolds() {
        String text = "\uD83D\uDE80".repeat(1000);
        assertEquals(text, read(Kind.OPTION, "text=" + text).row().orElseThrow().text());
        assertEquals(20,
                read(Kind.OPTION, "text=" + String.join("\n", Collections.nCopies(20, "x"))).row().orElseThrow().text().lines().count());
    }

    @Test
    public void ignoresPartsOfOtherKinds() {
        assertTrue(read(Kind.OPTION, "text=One page;path=nonsense;expiry=nonsense").row().isPresent());
    }

    @Test
    public void asksForANewDayOfAnInconclusiveCheck() {
        LocalDate today = LocalDate.of(2026, 11, 30);
        for (String row : List.of("2026-11-29 inconclusive no", "2026-11-30 inconclusive no", "2026-12-01 inconclusive yes",
                "2026-11-29 open yes", "2026-11-29 validated yes", "2026-11-29 invalidated yes")) {
            String[] said = row.split(" ");
            Map<RecordPart, String> typed = parts("text=x;measure=x;outcome=x;checkDate=" + said[0] + ";state=" + said[1]);
            ParsedRecord read = RecordParser.readNow(Kind.HYPOTHESIS, typed, LOOKUP, today);
            assertEquals(row, said[2].equals("yes"), read.row().isPresent());
            assertEquals(row, said[2].equals("yes") ? Map.of()
                    : Map.of(RecordPart.CHECK_DATE, Message.of("decision-gates.record.fault.check-again")), read.faults());
            assertTrue("what is imported: " + row, RecordParser.read(Kind.HYPOTHESIS, typed, LOOKUP).row().isPresent());
        }
    }

    private static void assertFaults(Kind kind, String typed, Map<RecordPart, String> expected) {
        ParsedRecord read = read(kind, typed);
        Map<RecordPart, String> faults = new EnumMap<>(RecordPart.class);
        read.faults().forEach((part, fault) -> faults.put(part, fault.key().replace("decision-gates.record.fault.", "")));
        assertEquals(typed, expected, faults);
        assertEquals(typed, Optional.empty(), read.row());
    }

    /** @param typed parts and their texts, {@code text=One page;state=OPEN} */
    private static ParsedRecord read(Kind kind, String typed) {
        return RecordParser.read(kind, parts(typed), LOOKUP);
    }

    private static Map<RecordPart, String> parts(String typed) {
        Map<RecordPart, String> parts = new EnumMap<>(RecordPart.class);
        for (String part : typed.isEmpty() ? new String[0] : typed.split(";")) {
            String[] sides = part.split("=", 2);
            for (RecordPart known : RecordPart.values()) {
                if (known.key().equals(sides[0])) {
                    parts.put(known, sides[1]);
                }
            }
        }
        return parts;
    }
}
