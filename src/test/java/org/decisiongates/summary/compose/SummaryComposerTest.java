package org.decisiongates.summary.compose;

import static org.decisiongates.fixture.ImpactLineBuilder.anImpactLine;
import static org.decisiongates.fixture.RecordedGates.aGateEvent;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.Test;

import org.decisiongates.fixture.RecordedGates;
import org.decisiongates.issue.ImpactLine;
import org.decisiongates.metric.Contribution;
import org.decisiongates.metric.Figure;
import org.decisiongates.metric.ImpactMovement;
import org.decisiongates.metric.Listing;
import org.decisiongates.metric.OpenTallies;
import org.decisiongates.metric.OwnerLoad;
import org.decisiongates.policy.RuleResult;
import org.decisiongates.summary.DebtAndWaivers;
import org.decisiongates.summary.GateTally;
import org.decisiongates.summary.Headline;
import org.decisiongates.summary.OpenItem;
import org.decisiongates.summary.OwedRuleItem;
import org.decisiongates.summary.Question;
import org.decisiongates.summary.SnapshotEntry;
import org.decisiongates.summary.SummaryScope;
import org.decisiongates.summary.WaivedRuleItem;
import org.decisiongates.summary.WeekAction;
import org.decisiongates.summary.WeekSnapshot;
import org.decisiongates.summary.WeeklySummary;
import org.decisiongates.timeline.GateEvent;

public class SummaryComposerTest {

    private static final String LEAD = "blocker-surfacing-lead";
    private static final String STABILITY = "post-pilot-execution-stability";

    @Test
    public void answersTheQuestionsByTheMedianOfTheWeeksBefore() {
        assertEquals("YES", answer(LEAD, "0.75", 8, "0.5", "0.7", "0.6", "0.1"));
        assertEquals("NO", answer(LEAD, "0.55", 8, "0.5", "0.7", "0.6", "0.1"));
        assertEquals("NO", answer(LEAD, "0.5", 8, "0.2", "0.8"));
        assertEquals("YES", answer(LEAD, "1", 8, "1.0", "1.0"));
        assertEquals("YES", answer(STABILITY, "0.5", 5, "0.5", "0.5"));
        assertEquals("NO", answer(STABILITY, "0.49", 5, "0.5", "0.5"));
    }

    @Test
    public void answersNothingFromTooLittle() {
        assertEquals("NOT_ENOUGH_DATA", answer(LEAD, "0.75", 4, "0.5", "0.7", "0.6", "0.1"));
        assertEquals("NOT_ENOUGH_DATA", answer(LEAD, "", 0, "0.5", "0.7", "0.6", "0.1"));
        assertEquals("NOT_ENOUGH_DATA", answer(LEAD, "0.75", 8, "0.5"));
        assertEquals("NOT_ENOUGH_DATA", answer(LEAD, "0.75", 8));
    }

    @Test
    public void givesTheNumbersEvenWhenTheyAreTooFew() {
        Question question = question(LEAD, "0.75", 4, "0.5", "0.7");

        assertEquals(new Question("surfacing-earlier", Question.Answer.NOT_ENOUGH_DATA, Optional.of(new BigDecimal("0.75")),
                question.before(), 4), question);
        assertEquals(0, question.before().orElseThrow().compareTo(new BigDecimal("0.6")));
    }

    @Test
    public void leavesOutNumbersThatAreNotKnownYet() {
        WeeklySummary summary = SummaryComposer.of(Some.input(Some.header(), List.of(), List.of(), null));

        assertEquals(List.of(), summary.questions());
        assertEquals(Listing.of(List.of()), summary.figures());
        assertEquals(Listing.of(List.of()), summary.movement());
    }

    @Test
    public void decomposesMovementAsRulesSay() {
        ImpactMovement movement = movement(
                Some.all(Some.line("l1", "Conversion", "UP", "0.8x2"), Some.line("l2", "Conversion", "UP", "0.5x-1")),
                Some.all(Some.line("l1", "Conversion", "UP", "0.5x2"))).rows().get(0);

        assertEquals("1.1 1 -0.5 0 0 0.6", Stream.of(movement.now(), movement.before().orElseThrow(), movement.added(), movement.closed(),
                movement.reestimated(), movement.confidence()).map(number -> number.stripTrailingZeros().toPlainString())
                .reduce((a, b) -> a + " " + b).get());
        assertEquals(1, movement.good());
        assertEquals(2, movement.issueTotal());
    }

    @Test
    public void putsWhatGotWorseFirst() {
        List<ImpactMovement> rows = movement(
                Some.all(Some.line("l1", "Better", "UP", "1x2"), Some.line("l2", "Same", "UP", "1x2"),
                        Some.line("l3", "Worse", "DOWN", "1x2")),
                Some.all(Some.line("l2", "Same", "UP", "1x2"))).rows();

        assertEquals(List.of("Worse", "Better", "Same"), rows.stream().map(ImpactMovement::metric).toList());
    }

    @Test
    public void comparesWithNothingUntilAWeekIsFrozen() {
        ImpactMovement movement = movement(Some.all(Some.line("l1", "Conversion", "UP", "0.5x2")), null).rows().get(0);

        assertEquals(Optional.empty(), movement.before());
        assertEquals(0, Stream.of(movement.change(), movement.added(), movement.closed()).mapToInt(BigDecimal::signum).sum());
    }

    @Test
    public void listsNoMovementOfMoreLinesThanCanBeCompared() {
        Listing<Contribution> tooMany = new Listing<>(List.of(Some.line("l1", "Conversion", "UP", "0.5x2")), 10_001);

        assertEquals(new Listing<>(List.of(), 10_001), movement(tooMany, Some.all()));
        assertEquals(Optional.empty(), movement(Some.all(Some.line("l1", "Conversion", "UP", "1x2")), tooMany).rows().get(0).before());
    }

    @Test
    public void saysWhatEachOwnerHasToDecide() {
        List<OwnerLoad> owners = SummaryComposer
                .of(Some.input(Some.header(), List.of(Some.item("SHOP-1", "due-9", "Blockers do not count")),
                        List.of(Some.item("SHOP-2", "due+3", "B"), Some.item("SHOP-3", "due-3", "A"), Some.item("SHOP-4", "", "A"),
                                Some.item("SHOP-5", "", "C"),
                                Some.item("SHOP-7", "", "D"), Some.item("SHOP-8", "", "D"), Some.item("SHOP-6", "ownerless")),
                        null))
                .owners().rows();

        assertEquals(List.of(new OwnerLoad(Optional.empty(), false, 1, 0, Optional.empty(), 1, List.of("SHOP-6")),
                new OwnerLoad(Optional.of("A"), true, 2, 1, Optional.of(Some.TODAY.minusDays(3)), 1, List.of("SHOP-3", "SHOP-4")),
                new OwnerLoad(Optional.of("B"), true, 1, 0, Optional.of(Some.TODAY.plusDays(3)), 0, List.of("SHOP-2")),
                new OwnerLoad(Optional.of("D"), true, 2, 0, Optional.empty(), 2, List.of("SHOP-7", "SHOP-8")),
                new OwnerLoad(Optional.of("C"), true, 1, 0, Optional.empty(), 1, List.of("SHOP-5"))), owners);
    }

    @Test
    public void tellsANamesakeWhoLeftFromTheOneWhoIsThere() {
        List<OwnerLoad> owners = SummaryComposer
                .of(Some.input(Some.header(), List.of(), List.of(Some.item("SHOP-2", "left"), Some.item("SHOP-3", "")), null))
                .owners().rows();

        assertEquals(List.of(false, true), owners.stream().map(OwnerLoad::active).toList());
        assertEquals(List.of(1L, 1L), owners.stream().map(OwnerLoad::open).toList());
    }

    @Test
    public void asksForWhatIsMissing() {
        Contribution unchecked = Some.line("l9", "Conversion", "UP", "1x2");
        ImpactLine line = unchecked.line();
        List<Contribution> lines = Stream.of(Some.TODAY.minusDays(1), Some.TODAY).map(check -> new Contribution(9, "SHOP-9", "l" + check,
                anImpactLine().of(line.metric()).in(line.unit()).towards(line.direction()).from(line.baseline()).to(line.expected())
                        .confidence(line.confidence()).checkedOn(check).line()))
                .toList();
        WeeklySummary summary = SummaryComposer.of(Some.input(Some.header(),
                List.of(Some.item("SHOP-1", "due-1 exposed"), Some.item("SHOP-2", "left"), Some.item("SHOP-3", "due+2")),
                List.of(Some.item("SHOP-4", "ownerless due-1 exposed"), Some.item("SHOP-5", "due+1")),
                new WeekMetricsComparison(List.of(), List.of(), new Listing<>(lines, 2), Optional.empty())));

        assertEquals(
                List.of("resolve-overdue SHOP-1", "name-an-owner SHOP-4", "replace-inactive-owner SHOP-2", "decide-overdue SHOP-4",
                        "write-a-fallback SHOP-1",
                        "set-a-due-date SHOP-2", "record-the-actual SHOP-9"),
                summary.asks().rows().stream().map(ask -> ask.kind() + " " + ask.key()).toList());
        assertEquals(WeekAction.of("record-the-actual", "SHOP-9", "Conversion"), summary.asks().rows().get(6));
    }

    @Test
    public void asksForNothingWhenAllIsWell() {
        assertEquals(0,
                SummaryComposer
                        .of(Some.input(Some.header(), List.of(Some.item("SHOP-1", "due+1")), List.of(Some.item("SHOP-2", "due+1")),
                                null))
                        .asks().total());
    }

    @Test
    public void countsWhatGatesSaid() {
        GateTally tally = GateTallyCounter.of(List.of(gate(RuleResult.Status.PASSED), gate(RuleResult.Status.NOT_APPLICABLE),
                gate(RuleResult.Status.FAILED, "has-owner", "has-fallback"),
                gate(RuleResult.Status.FAILED, "has-owner"), gate(RuleResult.Status.ERROR, "has-due-date")));

        assertEquals(
                new GateTally(5, 2, 2, 1, 0, List.of(new GateTally.RuleCount("has-owner", 2), new GateTally.RuleCount("has-due-date", 1),
                        new GateTally.RuleCount("has-fallback", 1))),
                tally);
        assertEquals(new GateTally(0, 0, 0, 0, 0, List.of()), GateTallyCounter.of(List.of()));
        assertEquals("what an import created counts for nothing", GateTallyCounter.of(List.of()),
                GateTallyCounter.of(List.of(RecordedGates.aGateEvent().from("IMPORT").event())));
    }

    @Test
    public void composesAFrozenWeekFromWhatWasFrozen() {
        WeekSnapshot before = frozen(Some.all(Some.line("l1", "Conversion", "UP", "0.5x2")), Some.figure(LEAD, "0.5", 5));
        WeekSnapshot week = frozen(Some.all(Some.line("l1", "Conversion", "UP", "0.8x2")), Some.figure(LEAD, "0.75", 5));

        WeeklySummary summary = SummaryComposer
                .of(SummaryInput.closed(new SummaryScope(SummaryScope.Kind.PROJECT, "SHOP", "Storefront"), Some.header(),
                        List.of(week, before, before)));

        assertEquals("blockers-overdue", summary.headline().rule());
        assertEquals(List.of("SHOP-2", "SHOP-1"), summary.blockers().rows().stream().map(OpenItem::key).toList());
        assertEquals(0, summary.movement().rows().get(0).change().compareTo(new BigDecimal("0.6")));
        assertEquals(Question.Answer.YES, summary.questions().get(0).answer());
        assertEquals(1, summary.closures().total());
        assertEquals(5, summary.gates().evaluated());
    }

    @Test
    public void answersNoQuestionForAReaderFromWhomFiguresAreHidden() {
        WeekSnapshot week = frozen(Some.all(Some.line("l1", "Conversion", "UP", "0.8x2")), Some.figure(LEAD, "0.75", 5))
                .trimmed(id -> id == 2);

        WeeklySummary summary = SummaryComposer
                .of(SummaryInput.closed(new SummaryScope(SummaryScope.Kind.PROJECT, "SHOP", "Storefront"), Some.header(true, true),
                        List.of(week)));

        assertEquals(List.of(), summary.questions());
        assertEquals(0, summary.figures().total() + summary.movement().total());
        assertEquals(List.of("SHOP-2"), summary.blockers().rows().stream().map(OpenItem::key).toList());
    }

    @Test
    public void countsEverythingWhereTheJournalKnowsAsMuchAsThereIs() {
        List<OpenItem> all = new ArrayList<>();
        for (int i = 0; i < 260; i++) {
            all.add(Some.item("SHOP-" + i,
                    (i % 3 == 0 ? "due-" + (1 + i % 7) : i % 3 == 1 ? "due+" + i : "")
                            + (i % 5 == 0 ? " ownerless" : i % 11 == 0 ? " left" : "")
                            + (i % 4 == 0 ? " customers" : "") + (i % 6 == 0 ? " escalated" : "") + (i % 7 == 0 ? " exposed" : "")));
        }
        WeeklySummary whole = SummaryComposer
                .of(Some.input(Some.header(), new Listing<>(all, 260), new Listing<>(all, 260), none(), none(), null));
        SummaryInput cut = Some.input(Some.header(), new Listing<>(all.subList(0, 200), 260), new Listing<>(all.subList(0, 200), 260),
                none(), none(), null);
        WeeklySummary counted = SummaryComposer.of(Some.counted(cut, OpenItem.tally(all), OpenItem.tally(all)));

        assertEquals(whole.headline(), counted.headline());
        assertEquals(0L, (long) counted.headline().arguments().get(3));
        assertEquals(whole.asks().total(), counted.asks().total());
        assertEquals(loads(whole), loads(counted));
        assertEquals("1 of 260 at least", 1L, (long) SummaryComposer.of(cut).headline().arguments().get(3));
        assertTrue(SummaryComposer.of(cut).asks().total() < whole.asks().total());
    }

    @Test
    public void countsWhatIsListedWhereTheJournalAndTheListDisagree() {
        List<OpenItem> all = List.of(Some.item("SHOP-1", "due-1"), Some.item("SHOP-2", "left"), Some.item("SHOP-3", ""));
        SummaryInput cut = Some.input(Some.header(), Listing.of(List.of()), new Listing<>(all.subList(0, 2), 3), none(), none(), null);
        WeeklySummary listed = SummaryComposer.of(cut);

        assertEquals("decisions-overdue",
                SummaryComposer.of(Some.counted(cut, null, OpenItem.tally(all))).headline().rule().replace("ownerless",
                        "decisions-overdue"));
        assertEquals(0L, (long) SummaryComposer.of(Some.counted(cut, null, OpenItem.tally(all))).headline().arguments().get(2));
        for (List<OpenItem> other : List.of(List.of(all.get(0), all.get(1)), List.of(all.get(0), all.get(1), all.get(2), all.get(2)),
                List.of(Some.item("SHOP-1", "due+1"), all.get(1), all.get(2)), List.of(all.get(0), Some.item("SHOP-2", ""), all.get(2)),
                List.of(Some.item("SHOP-1", "due-1", "Somebody else"), all.get(1), all.get(2)))) {
            assertEquals(other + "", listed, SummaryComposer.of(Some.counted(cut, null, OpenItem.tally(other))));
        }
    }

    @Test
    public void takesNoJournalForWhatIsListedAnyway() {
        List<OpenItem> all = List.of(Some.item("SHOP-1", "due-1"), Some.item("SHOP-2", "left"));
        SummaryInput whole = Some.input(Some.header(), List.of(), all, null);

        assertEquals(SummaryComposer.of(whole), SummaryComposer
                .of(Some.counted(whole, null, OpenItem.tally(List.of(Some.item("SHOP-1", "ownerless"), Some.item("SHOP-2", "due-9"))))));
    }

    @Test
    public void saysAtLeastWhereATotalItselfMayBeMore() {
        SummaryInput some = Some.input(Some.header(), List.of(), List.of(), null);
        SummaryInput cut = new SummaryInput(some.scope(), some.header(), some.blockers(), some.decisions(), some.closures(),
                some.reopened(),
                some.gates(), some.metrics(),
                OpenTallies.NONE, false, Optional.empty());

        assertEquals("nothing-open", SummaryComposer.of(some).headline().rule());
        assertEquals(new Headline("open", List.of(0L, 0L, 1L)), SummaryComposer.of(cut).headline());
    }

    @Test
    public void asksForEveryRuleThatIsOwed() {
        LocalDate today = Some.TODAY;
        SummaryInput week = owing(
                owed("SHOP-2", "has-owner", today.minusDays(1), today.plusDays(3)),
                owed("SHOP-9", "has-owner", today.minusDays(1), today),
                owed("SHOP-10", "states-documented", today.minusDays(8), today.minusDays(1)));
        WeeklySummary summary = SummaryComposer.of(week);

        assertEquals("the longest owed first", List.of("SHOP-10", "SHOP-2", "SHOP-9"),
                summary.debt().orElseThrow().rows().stream().map(OwedRuleItem::key).toList());
        List<WeekAction> settling = summary.asks().rows().stream().filter(ask -> ask.kind().equals("settle-gate-debt")).toList();
        assertEquals(List.of(settle("SHOP-10", "states-documented", null), settle("SHOP-2", "has-owner", today.plusDays(3)),
                settle("SHOP-9", "has-owner", today)),
                settling);
        assertEquals(summary.asks().rows().size(), summary.asks().total());
    }

    @Test
    public void asksTheLeadOfTheProjectForAnotherOwnerWhereTheOwnerCannotBeOne() {
        LocalDate today = Some.TODAY;
        WeeklySummary summary = SummaryComposer.of(owing(ownerOwed("SHOP-2", Optional.empty(), false),
                ownerOwed("SHOP-8", Optional.of("Left"), false), ownerOwed("SHOP-9", Optional.of("Owner"), true)));

        assertEquals("the item that is open and has no owner is asked for once",
                List.of(new WeekAction("name-an-owner", "SHOP-2", "Item SHOP-2", Optional.empty(), Optional.empty(),
                        Optional.of(today.plusDays(1))),
                        new WeekAction("replace-inactive-owner", "SHOP-8", "About SHOP-8", Optional.empty(), Optional.of("Lead"),
                                Optional.of(today)),
                        new WeekAction("replace-unassignable-owner", "SHOP-9", "About SHOP-9", Optional.empty(), Optional.of("Lead"),
                                Optional.of(today))),
                summary.asks().rows().stream().filter(ask -> ask.kind().endsWith("-owner")).toList());
        assertEquals(summary.asks().rows().size(), summary.asks().total());
    }

    @Test
    public void asksTheLeadOfTheProjectForAnOwnerOfWhatIsOpen() {
        OpenItem left = Some.item("SHOP-3", "due+1");
        OpenItem led = new OpenItem(left.key(), left.summary(), left.phase(), Optional.of("Left"), false, left.due(), left.overdue(),
                left.ageDays(), left.fallback(), left.customerFacing(), left.escalated(), Optional.empty(), Optional.empty(), List.of(),
                Optional.of("Lead"));
        WeeklySummary summary = SummaryComposer
                .of(Some.input(Some.header(), List.of(), List.of(led), Some.metrics(Some.all(), Some.all())));

        assertEquals(List.of("replace-inactive-owner Lead"),
                summary.asks().rows().stream().map(ask -> ask.kind() + " " + ask.who().orElse("nobody")).toList());
    }

    @Test
    public void asksForTheTenLongestOwedAndListsAll() {
        LocalDate today = Some.TODAY;
        WeeklySummary summary = SummaryComposer.of(owing(IntStream.rangeClosed(1, 12)
                .mapToObj(number -> owed("SHOP-" + number, "has-owner", today.minusDays(number), today)).toArray(OwedRuleItem[]::new)));

        assertEquals(12, summary.debt().orElseThrow().rows().size());
        assertEquals(List.of("SHOP-12", "SHOP-11", "SHOP-10", "SHOP-9", "SHOP-8", "SHOP-7", "SHOP-6", "SHOP-5", "SHOP-4", "SHOP-3"),
                summary.asks().rows().stream().filter(ask -> ask.kind().equals("settle-gate-debt")).map(WeekAction::key).toList());
        assertEquals("what is not asked for is not counted", summary.asks().rows().size(), summary.asks().total());
    }

    @Test
    public void asksThoseWhoMayGrantAWaiverToDecide() {
        WeeklySummary summary = SummaryComposer.of(owing(owed("SHOP-9", "has-owner", Some.TODAY, Some.TODAY)));

        assertEquals("before the debt that it may settle", List.of("name-an-owner", "decide-on-a-waiver", "settle-gate-debt"),
                summary.asks().rows().stream().map(WeekAction::kind).toList());
        assertEquals(
                new WeekAction("decide-on-a-waiver", "SHOP-7", "About SHOP-7", Optional.of("has-owner"), Optional.of("Leads, approvers"),
                        Optional.of(LocalDate.of(2026, 12, 4))),
                summary.asks().rows().get(1));
        assertEquals(3, summary.asks().total());
    }

    @Test
    public void putsWaiversThatSomebodyHasToDecideOnFirst() {
        SummaryInput week = owing();
        List<String> keys = SummaryComposer.of(week).waivers().orElseThrow().rows().stream().map(WaivedRuleItem::key).toList();

        assertEquals(List.of("SHOP-7", "SHOP-3", "SHOP-5"), keys);
    }

    @Test
    public void reportsAWeekInWhichNothingIsOpenButSomethingIsOwed() {
        SummaryInput quiet = Some.input(Some.header(), List.of(), List.of(), Some.metrics(Some.all(), Some.all()));
        LocalDate today = Some.TODAY;

        assertEquals("nothing-to-report", SummaryComposer.of(quiet).headline().rule());
        assertEquals("nothing-open", SummaryComposer.of(with(quiet, owed("SHOP-9", "has-owner", today, today))).headline().rule());
    }

    private static WeekAction settle(String key, String rule, LocalDate by) {
        return new WeekAction("settle-gate-debt", key, "About " + key, Optional.of(rule), Optional.of("Lead"), Optional.ofNullable(by));
    }

    private static SummaryInput owing(OwedRuleItem... owed) {
        return with(
                Some.input(Some.header(), List.of(), List.of(Some.item("SHOP-2", "ownerless due+1")), Some.metrics(Some.all(), Some.all())),
                owed);
    }

    private static SummaryInput with(SummaryInput input, OwedRuleItem... owed) {
        LocalDate day = LocalDate.of(2026, 11, 25);
        List<WaivedRuleItem> waivers = List.of(waived("SHOP-5", WaivedRuleItem.State.ACTIVE, day),
                waived("SHOP-3", WaivedRuleItem.State.ENDED,
                        day.minusDays(9)),
                waived("SHOP-7", WaivedRuleItem.State.ASKED, day.plusDays(9)));
        return new SummaryInput(input.scope(), input.header(), input.blockers(), input.decisions(), input.closures(), input.reopened(),
                input.gates(), input.metrics(), input.open(), input.exact(),
                Optional.of(new DebtAndWaivers(Listing.of(Stream.of(owed).map(one -> new SnapshotEntry<>(1, one)).toList()),
                        Listing.of(waivers.stream().map(one -> new SnapshotEntry<>(1, one)).toList()))));
    }

    private static OwedRuleItem owed(String key, String rule, LocalDate since, LocalDate due) {
        return new OwedRuleItem(key, "About " + key, rule, "edited-away", since, 1, Optional.of("Lead"), true, Optional.of(due));
    }

    private static OwedRuleItem ownerOwed(String key, Optional<String> owner, boolean active) {
        return new OwedRuleItem(key, "About " + key, "has-owner", "circumstances", Some.TODAY, 1, owner, active, Optional.of(Some.TODAY),
                true, Optional.of("Lead"));
    }

    private static WaivedRuleItem waived(String key, WaivedRuleItem.State state, LocalDate lastDay) {
        return new WaivedRuleItem(key, "About " + key, "has-owner", state.key(), "because", Optional.empty(), lastDay,
                state == WaivedRuleItem.State.ASKED ? List.of("Leads", "approvers") : List.of());
    }

    private static List<OwnerLoad> loads(WeeklySummary summary) {
        return summary.owners().rows().stream()
                .map(load -> new OwnerLoad(load.owner(), load.active(), load.open(), load.overdue(), load.nextDue(), load.undated(),
                        List.of()))
                .toList();
    }

    private static <T> Listing<T> none() {
        return Listing.of(List.of());
    }

    private static WeekSnapshot frozen(Listing<Contribution> impact, Figure figure) {
        return new WeekSnapshot("Europe/Berlin",
                Listing.of(List.of(new SnapshotEntry<>(1, Some.item("SHOP-1", "due+1")),
                        new SnapshotEntry<>(2, Some.item("SHOP-2", "due-1")))),
                Listing.of(List.of()), Listing.of(List.of(new SnapshotEntry<>(90, Some.CLOSURE))), Listing.of(List.of()),
                new GateTally(5, 5, 0, 0, 0, List.of()),
                List.of(figure), impact, OpenTallies.NONE, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty());
    }

    private static GateEvent gate(RuleResult.Status verdict, String... failed) {
        RecordedGates gate = aGateEvent().in(1).verdict(verdict).at(Some.header().asOf());
        List.of(failed).forEach(rule -> gate.saying(rule, verdict.name()));
        return gate.event();
    }

    private static Listing<ImpactMovement> movement(Listing<Contribution> now, Listing<Contribution> before) {
        return SummaryComposer.of(Some.input(Some.header(), List.of(), List.of(), Some.metrics(now, before))).movement();
    }

    private static String answer(String metric, String now, long sample, String... before) {
        return question(metric, now, sample, before).answer().name();
    }

    private static Question question(String metric, String now, long sample, String... before) {
        List<List<Figure>> weeks = Stream.of(before).map(value -> List.of(Some.figure(metric, value, 5))).toList();
        List<Question> questions = SummaryComposer.of(Some.input(Some.header(), List.of(), List.of(),
                new WeekMetricsComparison(List.of(Some.figure(metric, now, sample)), weeks, Some.all(), Optional.empty()))).questions();
        return questions.get(metric.equals(LEAD) ? 0 : 1);
    }
}
