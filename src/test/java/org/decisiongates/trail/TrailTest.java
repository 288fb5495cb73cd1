package org.decisiongates.trail;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

import org.junit.Test;

import org.decisiongates.approval.ApprovalStep;
import org.decisiongates.fixture.BundleTexts;
import org.decisiongates.issue.CommunicationPlan;
import org.decisiongates.issue.Criterion;
import org.decisiongates.issue.DecisionOption;
import org.decisiongates.issue.Evidence;
import org.decisiongates.issue.ExceptionState;
import org.decisiongates.issue.Hypothesis;
import org.decisiongates.issue.IssueRecord;
import org.decisiongates.issue.Risk;
import org.decisiongates.issue.ThreadSection;
import org.decisiongates.issue.TradeOff;
import org.decisiongates.record.RecordParts;
import org.decisiongates.review.ReviewThread;
import org.decisiongates.review.ThreadAnchor;
import org.decisiongates.review.ThreadStep;
import org.decisiongates.text.Message;
import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.Change.Item;

public class TrailTest {

    private static final Instant NOON = Instant.parse("2026-11-16T12:00:00Z");
    private static final String KEY = "decision-gates.trail.";

    private final BundleTexts texts = new BundleTexts();
    private final List<Change> changes = new ArrayList<>();
    private final List<Change> scopeChanges = new ArrayList<>();
    private final List<ReviewThread> threads = new ArrayList<>();
    private final List<ApprovalStep> approvals = new ArrayList<>();
    private final List<TextEdit> edits = new ArrayList<>();

    @Test
    public void saysOfEachChangeWhatItIsAboutInWords() {
        Map<Change, String> said = new LinkedHashMap<>();
        said.put(change(Item.CREATED, "", "phase=DRAFT"), "REQUEST created this Decision");
        said.put(change(Item.OWNER, "", "lead"), "REQUEST made <lead> the owner");
        said.put(change(Item.OWNER, "lead", ""), "REQUEST removed the owner");
        said.put(change(Item.IMPACT, "", "metric=x"), "REQUEST added an impact line");
        said.put(change(Item.IMPACT, "metric=x", "metric=y"), "REQUEST changed an impact line");
        said.put(change(Item.IMPACT, "metric=x", ""), "REQUEST removed an impact line");
        said.put(change(Item.PHASE, "DRAFT", "IN_REVIEW"), "REQUEST moved this Decision to In review");
        said.put(change(Item.PHASE, "IN_REVIEW", "DECIDED"), "OUTCOME moved this Decision to Decided");
        said.put(change(Item.PHASE, "IN_REVIEW", "REJECTED"), "OUTCOME moved this Decision to Rejected");
        said.put(change(Item.PHASE, "DECIDED", "IN_DELIVERY"), "DELIVERY moved this Decision to In delivery");
        said.put(change(Item.PHASE, "IN_DELIVERY", "LIVE"), "DELIVERY moved this Decision to Live");
        said.put(change(Item.PHASE, "LIVE", "status:10100"), "REQUEST moved this Decision to a status that stands for no phase");
        said.put(change(Item.DUE, "", "2026-12-01"), "SCOPE set the due date to 2026-12-01");
        said.put(change(Item.DUE, "2026-12-01", ""), "SCOPE removed the due date");
        said.put(change(Item.SCOPE, "", ""), "SCOPE edited the acceptance criteria or another part of the scope");
        said.put(change(Item.CUSTOMER_FACING, "", "yes"), "SCOPE said that customers notice");
        said.put(change(Item.CUSTOMER_FACING, "yes", ""), "SCOPE no longer says that customers notice");
        said.put(change(Item.FALLBACK, "", "yes"), "SCOPE wrote down a fallback");
        said.put(change(Item.FALLBACK, "yes", ""), "SCOPE removed the fallback");
        said.put(change(Item.RELEASE, "", "2026-12-01/2027-01-15"), "DELIVERY planned the launch for 2027-01-15");
        said.put(change(Item.RELEASE, "/2027-01-15", "2026-12-01/"), "DELIVERY removed the planned launch");
        said.put(change(Item.LINK, "", "SHOP-7"), "DELIVERY linked SHOP-7, which blocks this Decision");
        said.put(change(Item.LINK, "SHOP-7", ""), "DELIVERY removed the link to SHOP-7, which blocked this Decision");
        said.put(change(Item.SUCCESSOR, "", "SHOP-7"), "OUTCOME linked SHOP-7, which takes the place of this Decision");
        said.put(change(Item.SUCCESSOR, "SHOP-7", ""), "OUTCOME removed the link to SHOP-7, which took the place of this Decision");
        said.forEach((change, words) -> {
            changes.clear();
            changes.add(change);
            assertEquals(List.of(words), words(trail()));
        });
    }

    /** Whatever else is done to them has a trail of its own, and of one that the reader may not see not even its actor is told. */
    @Test
    public void saysWhatBecameOfDecisionsThatChangeItsScope() {
        changes.add(change(Item.CREATED, "", "phase=DRAFT"));
        Map<Change, String> said = new LinkedHashMap<>();
        said.put(ofAnother(7, Item.CREATED, "phase=DRAFT"), "raised SHOP-7, which changes the scope of this Decision");
        said.put(ofAnother(7, Item.PHASE, "IN_REVIEW"), "");
        said.put(ofAnother(7, Item.OWNER, "lead"), "");
        said.put(new Change(9, "SHOP-9", 10, Change.Kind.GATED, Change.CREATION, Item.CREATED, "", "", "", "lead", NOON), "");
        said.put(ofAnother(7, Item.PHASE, "DECIDED"), "decided SHOP-7, which changes the scope of this Decision");
        said.put(ofAnother(7, Item.PHASE, "REJECTED"), "rejected SHOP-7, which was to change the scope of this Decision");
        said.put(ofAnother(666, Item.CREATED, "phase=DRAFT"), "");
        said.put(ofAnother(666, Item.PHASE, "SUPERSEDED"), "");
        said.put(ofAnother(7, Item.PHASE, "SUPERSEDED"), "replaced SHOP-7, which changes the scope of this Decision");
        said.forEach((change, words) -> {
            scopeChanges.clear();
            scopeChanges.add(change);
            assertEquals(change.toString(), words.isEmpty() ? List.of() : List.of("SCOPE " + words),
                    words(trail()).stream().filter(one -> !one.startsWith("REQUEST")).toList());
        });
    }

    private static Change ofAnother(long id, Item item, String to) {
        return new Change(id, "SHOP-" + id, 10, Change.Kind.DECISION, item == Item.CREATED ? Change.CREATION : "9", item, "", "", to,
                "lead", NOON);
    }

    @Test
    public void saysNothingOfWhatIsNoPartOfTheDecision() {
        changes.add(change(Item.MOVED, "OLD-1", "SHOP-1"));
        changes.add(change(Item.DELETED, "", ""));
        changes.add(change(Item.OTHER, "", "x"));
        changes.add(new Change(1, "SHOP-1", 10, Change.Kind.DECISION, "8", Item.CREATED, "", "", "phase=DRAFT", "lead", NOON));
        changes.add(change(Item.RECORD, "", "kind=of a newer version"));
        assertEquals(List.of(), words(trail()));
    }

    @Test
    public void saysWhatWasDoneToEachRowOfTheRecord() {
        Map<IssueRecord, String> rows = new LinkedHashMap<>();
        rows.put(new DecisionOption("One page", "", DecisionOption.State.OPEN), "OPTIONS record.option");
        rows.put(new TradeOff("Guests", "", Optional.empty()), "OPTIONS record.trade-off");
        rows.put(new Criterion("Fast", Optional.of(new Criterion.Target(BigDecimal.TEN, "ms")), Optional.empty(), Criterion.State.OPEN),
                "EVIDENCE record.criterion");
        rows.put(Hypothesis.open("Guests leave", "Figures", LocalDate.of(2026, 12, 31)), "EVIDENCE record.hypothesis");
        rows.put(new Evidence("Trace", Evidence.Source.LINK, "https://example.com/trace", Optional.empty()), "EVIDENCE record.evidence");
        rows.put(new ExceptionState(ExceptionState.Path.values()[0], "It works", Optional.empty()), "SCOPE record.exception-state");
        rows.put(new Risk("Rollback", Risk.State.OPEN, Optional.empty(), Optional.empty()), "DELIVERY record.risk");
        rows.put(new CommunicationPlan("Shops", "Mail", Optional.empty(), Optional.empty()), "DELIVERY record.communication-plan");
        rows.forEach((row, what) -> {
            String text = RecordParts.text(row);
            changes.clear();
            changes.add(change(Item.RECORD, "", text));
            changes.add(change(Item.RECORD, text, text));
            changes.add(change(Item.RECORD, text, ""));
            assertEquals(List.of(what + ".added", what + ".changed", what + ".removed"), trail().entries().stream()
                    .map(entry -> entry.stage() + " " + entry.what().key().substring(KEY.length())).toList());
            trail().entries().forEach(entry -> assertTrue(entry.text(), entry.text().startsWith(row.text())));
            words(trail());
        });
    }

    @Test
    public void tellsAVerdictFromAnEdit() {
        DecisionOption open = new DecisionOption("One page", "", DecisionOption.State.OPEN);
        DecisionOption chosen = new DecisionOption("One page", "Fewer clicks", DecisionOption.State.CHOSEN);
        Criterion criterion = new Criterion("Fast", Optional.empty(), Optional.empty(), Criterion.State.OPEN);
        changes.add(change(Item.RECORD, RecordParts.text(open), RecordParts.text(chosen)));
        changes.add(change(Item.RECORD, RecordParts.text(chosen),
                RecordParts.text(new DecisionOption("One page!", "", DecisionOption.State.CHOSEN))));
        changes.add(change(Item.RECORD, "", RecordParts.text(new DecisionOption("Two pages", "", DecisionOption.State.REJECTED))));
        changes.add(change(Item.RECORD, RecordParts.text(criterion),
                RecordParts.text(new Criterion("Fast", Optional.empty(), Optional.empty(), Criterion.State.VERIFIED))));
        changes.add(change(Item.RECORD, RecordParts.text(criterion),
                RecordParts.text(new Criterion("Fast", Optional.empty(), Optional.empty(), Criterion.State.NOT_DEMONSTRABLE))));
        Hypothesis belief = Hypothesis.open("Guests leave", "Figures", LocalDate.of(2026, 12, 31));
        Hypothesis.State state = Hypothesis.State.OPEN;
        for (Hypothesis.State next : List.of(Hypothesis.State.INCONCLUSIVE, Hypothesis.State.INVALIDATED, Hypothesis.State.VALIDATED)) {
            changes.add(change(Item.RECORD, RecordParts.text(belief.with(state, "x")), RecordParts.text(belief.with(next, "Seen"))));
            state = next;
        }
        changes.add(change(Item.RECORD, RecordParts.text(belief.with(state, "Seen")), RecordParts.text(belief.with(state, "Seen twice"))));
        for (Hypothesis.State said : List.of(Hypothesis.State.INCONCLUSIVE, Hypothesis.State.INVALIDATED, Hypothesis.State.VALIDATED)) {
            changes.add(change(Item.RECORD, "", RecordParts.text(belief.with(said, "Seen"))));
        }
        assertEquals(List.of("OPTIONS chose an option", "OPTIONS changed an option", "OPTIONS rejected an option",
                "EVIDENCE verified a criterion", "EVIDENCE marked a criterion as not demonstrable",
                "EVIDENCE found the check of a hypothesis inconclusive", "EVIDENCE invalidated a hypothesis",
                "EVIDENCE validated a hypothesis", "EVIDENCE changed a hypothesis", "EVIDENCE added a hypothesis, its check inconclusive",
                "EVIDENCE added a hypothesis, invalidated", "EVIDENCE added a hypothesis, validated"), words(trail()));
        assertEquals("One page\nFewer clicks", trail().entries().get(0).text());
        assertEquals("Guests leave\nSeen twice", trail().entries().get(8).text());
    }

    @Test
    public void doesNotNameAnIssueThatItsReaderMayNotBrowse() {
        for (Item item : List.of(Item.LINK, Item.SUCCESSOR)) {
            changes.add(linked(item, "", "RISK-1"));
            changes.add(linked(item, "RISK-1", ""));
        }
        assertEquals(4, words(trail()).size());
        words(trail()).forEach(said -> assertTrue(said, said.contains("an issue that you may not see") && !said.contains("RISK")));
    }

    @Test
    public void tellsEveryStepOfThreadsAndApprovals() {
        List<ThreadStep> steps = new ArrayList<>();
        for (ThreadStep.Kind kind : ThreadStep.Kind.values()) {
            steps.add(new ThreadStep(1, 10, 3, steps.size() + 1, kind,
                    steps.isEmpty() ? Optional.of(new ThreadStep.Subject(
                            new ThreadAnchor(ThreadSection.WHOLE, OptionalLong.empty(), ""), "Agree", OptionalLong.empty()))
                            : Optional.empty(),
                    kind + "!", "lead", NOON, kind.asksOwner() ? Optional.of(NOON) : Optional.empty()));
        }
        threads.add(new ReviewThread(steps));
        for (ApprovalStep.Kind kind : ApprovalStep.Kind.values()) {
            approval(kind.name(), NOON);
        }
        approval("OF_A_NEWER_VERSION", NOON);
        List<String> said = words(trail());
        assertEquals(ThreadStep.Kind.values().length + ApprovalStep.Kind.values().length + 1, said.size());
        assertEquals("FEEDBACK opened thread 3", said.get(0));
        assertEquals("Agree\nOPENED!", trail().entries().get(0).text());
        assertTrue(said.toString(), said.contains("APPROVALS approved (Legal)"));
        assertTrue(said.toString(), said.get(said.size() - 1).contains("does not know"));
        assertEquals(Optional.of("absent"), trail().entries().get(said.size() - 1).onBehalfOf());
    }

    @Test
    public void goesInTheOrderOfTimeWhateverItIsMadeOf() {
        changes.add(at(change(Item.PHASE, "DRAFT", "DECIDED"), NOON.plusSeconds(9)));
        changes.add(at(change(Item.OWNER, "", "lead"), NOON));
        approval("REQUESTED", NOON);
        approval("APPROVED", NOON.plusSeconds(3));
        assertEquals(List.of("REQUEST", "APPROVALS", "APPROVALS", "OUTCOME"),
                trail().entries().stream().map(entry -> entry.stage().name()).toList());
    }

    @Test
    public void keepsTheNewestAndSaysHowManyThereWereBefore() {
        for (int i = 0; i < 5; i++) {
            changes.add(at(change(Item.OWNER, "", "p" + i), NOON.plusSeconds(i)));
        }
        Trail newest = trail().newest(2);
        assertEquals(List.of("REQUEST made <p3> the owner", "REQUEST made <p4> the owner"), words(newest));
        assertEquals(3, newest.earlier());
        assertEquals(0, trail().newest(5).earlier());
        assertEquals(4, newest.newest(1).earlier());
    }

    @Test
    public void writesMarkdownInWhichWhatWasTypedIsText() {
        TrailMarkdown section = new TrailMarkdown();
        section.add(new TrailEntry(NOON, TrailEntry.Stage.OPTIONS, "lead", Optional.empty(), Message.of("x"), "<b>One</b>\n# two"),
                "Options",
                "Lea *Dahl* added an option");
        section.add(new TrailEntry(NOON, TrailEntry.Stage.SCOPE, "lead", Optional.empty(), Message.of("x"), ""), "Scope", "Lea cut it");
        assertEquals("""

                ## Decision Trail

                * 2026-11-16 12:00 UTC, Options: Lea \\*Dahl\\* added an option \u2013 \\<b\\>One\\</b\\> \\# two
                * 2026-11-16 12:00 UTC, Scope: Lea cut it
                """, section.text());
    }

    @Test
    public void tellsEditsOfSummaryAndDescriptionAmongTheOtherThings() {
        changes.add(change(Item.CREATED, "", "phase=DRAFT"));
        changes.add(at(change(Item.OWNER, "", "lead"), NOON.plusSeconds(20)));
        edits.add(new TextEdit(NOON.plusSeconds(10), "lead", TextEdit.What.SUMMARY_CHANGED, "Which <b>checkout</b>?"));
        edits.add(new TextEdit(NOON.plusSeconds(30), "", TextEdit.What.DESCRIPTION_ADDED, ""));
        edits.add(new TextEdit(NOON.plusSeconds(40), "lead", TextEdit.What.DESCRIPTION_CHANGED, ""));
        edits.add(new TextEdit(NOON.plusSeconds(50), "lead", TextEdit.What.DESCRIPTION_REMOVED, ""));
        assertEquals(List.of("REQUEST created this Decision", "SCOPE changed the summary", "REQUEST made <lead> the owner",
                "SCOPE wrote a description", "SCOPE edited the description", "SCOPE removed the description"), words(trail()));
        assertEquals("Which <b>checkout</b>?", trail().entries().get(1).text());
    }

    @Test
    public void tellsEditsOfTheQuestionAndOfAFallback() {
        edits.add(new TextEdit(NOON, "lead", TextEdit.What.QUESTION_ADDED, ""));
        edits.add(new TextEdit(NOON, "lead", TextEdit.What.QUESTION_CHANGED, ""));
        edits.add(new TextEdit(NOON, "lead", TextEdit.What.QUESTION_REMOVED, ""));
        edits.add(new TextEdit(NOON, "lead", TextEdit.What.FALLBACK_CHANGED, ""));
        assertEquals(List.of("REQUEST wrote down the question", "REQUEST edited the question", "REQUEST removed the question",
                "SCOPE edited the fallback"), words(trail()));
    }

    private Trail trail() {
        return Trail.of(changes, scopeChanges, threads, approvals, edits, new Reader());
    }

    private List<String> words(Trail trail) {
        return trail.entries().stream().map(entry -> entry.stage() + " "
                + texts.getText(entry.what().key(), entry.what().arguments().toArray(java.io.Serializable[]::new)))
                .collect(Collectors.toList());
    }

    private void approval(String word, Instant at) {
        approvals.add(new ApprovalStep(1, 10, approvals.size() + 1, word, List.of("decision/legal"), Map.of(), "", "Fine", "lead",
                Optional.of("absent"), at));
    }

    private static Change change(Item item, String from, String to) {
        return new Change(1, "SHOP-1", 10, Change.Kind.DECISION, item == Item.CREATED ? Change.CREATION : "7", item, "107", from, to,
                "lead",
                NOON);
    }

    private static Change linked(Item item, String from, String to) {
        return new Change(1, "SHOP-1", 10, Change.Kind.DECISION, "7", item, "666", from, to, "lead", NOON);
    }

    private static Change at(Change change, Instant at) {
        return new Change(change.issueId(), change.issueKey(), change.projectId(), change.kind(), change.group(), change.item(),
                change.subject(), change.from(), change.to(), change.actor(), at);
    }

    /** Somebody who may not browse the issue 666. */
    private static final class Reader implements TrailNames {

        @Override
        public String person(String userKey) {
            return "<" + userKey + ">";
        }

        @Override
        public Optional<String> issue(String id, String key) {
            return id.equals("666") ? Optional.empty() : Optional.of(key);
        }

        @Override
        public String requirement(String id) {
            return id.equals("decision/legal") ? "Legal" : id;
        }
    }
}
