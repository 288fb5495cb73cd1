package org.decisiongates.page;

import static org.decisiongates.fixture.HeaderBuilder.aHeader;
import static org.decisiongates.fixture.OpenItemBuilder.anOpenItem;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.Test;

import org.decisiongates.fixture.BundleTexts;
import org.decisiongates.fixture.GoldenHtml;
import org.decisiongates.fixture.GoldenParts;
import org.decisiongates.fixture.HeaderBuilder;
import org.decisiongates.fixture.Histories;
import org.decisiongates.fixture.Summaries;
import org.decisiongates.fixture.SummaryBuilder;
import org.decisiongates.issue.ImpactLine.Direction;
import org.decisiongates.metric.Figure;
import org.decisiongates.metric.ImpactMovement;
import org.decisiongates.metric.Listing;
import org.decisiongates.metric.OwnerLoad;
import org.decisiongates.page.view.BarView;
import org.decisiongates.page.view.CellView;
import org.decisiongates.page.view.LinkMenuView;
import org.decisiongates.page.view.LinkView;
import org.decisiongates.page.view.MarkView;
import org.decisiongates.page.view.PersonView;
import org.decisiongates.page.view.SectionView;
import org.decisiongates.page.view.TileView;
import org.decisiongates.page.view.WeekView;
import org.decisiongates.summary.ApprovalCounts;
import org.decisiongates.summary.ExpectedImpact;
import org.decisiongates.summary.FeedbackCounts;
import org.decisiongates.summary.ItemDifferenceCounts;
import org.decisiongates.summary.OpenItem;
import org.decisiongates.summary.OpenQueries;
import org.decisiongates.summary.Question;
import org.decisiongates.summary.RiskItem;
import org.decisiongates.summary.SummaryHeader;
import org.decisiongates.summary.TileSeries;
import org.decisiongates.summary.WeekAction;
import org.decisiongates.summary.WeekDifference;
import org.decisiongates.summary.WeekHistory;
import org.decisiongates.summary.WeeklySummary;

/** What a week looks like on every surface and in every state, compared with the HTML kept for it. */
public class WeekPageTest {

    private static final String BROWSE = "https://jira.example.org/jira/browse/";
    /** A screen of 1280 by 800 shows about that many lines of text below the title of a page. */
    private static final int LINES_OF_A_SCREEN = 30;

    @Test
    public void showsEveryPartOfAWeekOnEverySurfaceAndInEveryState() {
        GoldenParts kept = new GoldenParts("");
        Map<String, WeeklySummary> weeks = Map.of("typical", Summaries.typical(), "empty", Summaries.empty(), "hostile",
                Summaries.hostile());
        for (Surface surface : Surface.values()) {
            weeks.forEach((scenario, week) -> add(kept, scenario, "live", surface, view(week, arrangement(false, surface))));
        }
        for (Surface surface : List.of(Surface.PAGE, Surface.DOCUMENT)) {
            add(kept, "typical", "executive", surface, view(Summaries.typical(), arrangement(true, surface)));
        }
        add(kept, "empty", "executive", Surface.PAGE, view(Summaries.empty(), arrangement(true, Surface.PAGE)));
        add(kept, "hostile", "executive", Surface.PAGE, view(Summaries.hostile(), arrangement(true, Surface.PAGE)));
        Map.of("frozen", header(Optional.of(Instant.parse("2026-11-23T00:05:00Z")), true, SummaryHeader.Numbers.CURRENT),
                "behind", header(Optional.empty(), true, SummaryHeader.Numbers.BEHIND),
                "pending", header(Optional.empty(), true, SummaryHeader.Numbers.PENDING),
                "too-many", header(Optional.empty(), true, SummaryHeader.Numbers.TOO_MANY),
                "not-enabled", header(Optional.empty(), false, SummaryHeader.Numbers.CURRENT))
                .forEach((state, header) -> add(kept, "typical", state, Surface.PAGE,
                        view(in(header, Summaries.typical()), arrangement(false, Surface.PAGE))));
        Map.of("typical", Histories.typical(), "empty", Histories.empty(), "hostile", Histories.hostile())
                .forEach((scenario, history) -> {
                    WeeklySummary week = SummaryBuilder.like(weeks.get(scenario)).history(history).summary();
                    for (Surface surface : Surface.values()) {
                        add(kept, scenario, "compared", surface, view(week, arrangement(false, surface)));
                    }
                    add(kept, scenario, "compared on one screen", Surface.PAGE, view(week, arrangement(true, Surface.PAGE)));
                });
        Map.of("typical", "Fraud checks are weaker", "empty", "", "hostile", GoldenHtml.HOSTILE).forEach((scenario, text) -> {
            WeeklySummary week = detailed(weeks.get(scenario), text);
            for (Surface surface : Surface.values()) {
                add(kept, scenario, "detailed", surface, view(week, arrangement(false, surface)));
            }
            add(kept, scenario, "detailed on one screen", Surface.PAGE, view(week, arrangement(true, Surface.PAGE)));
        });
        kept.keep();
    }

    /** The week with a risk in every state, and a Blocker with a number in every direction; with none of either for no text. */
    private static WeeklySummary detailed(WeeklySummary week, String text) {
        if (text.isEmpty()) {
            return SummaryBuilder.like(week).risks(Listing.of(List.of())).feedback(FeedbackCounts.NONE).approvals(ApprovalCounts.NONE)
                    .summary();
        }
        List<RiskItem> risks = Stream.of("lapsed", "open", "accepted", text).map(state -> new RiskItem("SHOP-7", text, text, state,
                state.equals("open") ? Optional.empty() : Optional.of(text), Optional.of(LocalDate.of(2026, 11, 30))
                        .filter(day -> !state.equals("open"))))
                .toList();
        List<ExpectedImpact> numbers = List.of(new ExpectedImpact(text, "%", Direction.UP, new BigDecimal("-0.3")),
                new ExpectedImpact(text, text, Direction.DOWN, new BigDecimal("-12")),
                new ExpectedImpact(text, "", Direction.UP, BigDecimal.ZERO));
        List<OpenItem> blockers = new ArrayList<>(week.blockers().rows());
        blockers.set(0, blockers.get(0).expecting(numbers));
        return SummaryBuilder.like(week).feedback(new FeedbackCounts(2, 1, 3, 1)).approvals(new ApprovalCounts(3, 1200, 1))
                .risks(new Listing<>(risks, risks.size() + 1L))
                .blockers(Listing.of(blockers)).summary();
    }

    @Test
    public void tellsNoneRecordedFromWhatNobodyLookedAt() {
        assertEquals(List.of(), view(Summaries.typical(), arrangement(false, Surface.PAGE)).sections().stream()
                .filter(section -> section.name().equals("risks")).toList());
        assertEquals(List.of("None recorded."), section(view(detailed(Summaries.typical(), ""), arrangement(false, Surface.PAGE)),
                SummarySection.RISKS).sentences());
        assertEquals(List.of("Only the listed items were checked, so there may be more."),
                section(view(detailed(Summaries.typical(), "").with(SummaryHeader.Gap.RISKS_AT_LEAST), arrangement(false, Surface.PAGE)),
                        SummarySection.RISKS).sentences());
    }

    @Test
    public void tellsInALineWhatFeedbackAsksOfOwners() {
        Map.of(FeedbackCounts.NONE, "Open owner actions: 0. Open disputes: 0. No window of 48 hours was due or ended this week.",
                new FeedbackCounts(1200, 1, 0, 1),
                "Open owner actions: 1,200. Open disputes: 1. "
                        + "Of 1 window of 48 hours that was due or ended this week, 0 were met and 1 was breached.",
                new FeedbackCounts(0, 0, 1, 2),
                "Open owner actions: 0. Open disputes: 0. "
                        + "Of 3 windows of 48 hours that were due or ended this week, 1 was met and 2 were breached.")
                .forEach((counts, line) -> assertEquals(List.of(line),
                        section(view(Summaries.typical().with(counts), arrangement(false, Surface.PAGE)), SummarySection.FEEDBACK)
                                .sentences()));
        assertEquals("of then nobody knows whether a policy asked for any", List.of(), view(
                in(header(Optional.of(Instant.parse("2026-11-22T12:00:00Z")), true, SummaryHeader.Numbers.CURRENT),
                        Summaries.typical().with(ApprovalCounts.NONE)),
                arrangement(false, Surface.PAGE)).sections().stream().filter(section -> section.name().equals("approvals")).toList());
        assertEquals("nobody counted", List.of(), view(Summaries.typical(), arrangement(false, Surface.PAGE)).sections().stream()
                .filter(section -> section.name().equals("feedback")).toList());
    }

    @Test
    public void leadsToWhatWaitsForApprovalsAndWhatIsStale() {
        SectionView waiting = approvals(Summaries.typical().with(new ApprovalCounts(1200, 1, 0)));
        assertEquals(List.of("Issues that wait for approvals: 1,200. Requirements that are not met: 1. Stale approvals: 0."),
                waiting.sentences());
        assertEquals(
                List.of("https://jira.example.org/jira/issues/?jql=project+%3D+%22SHOP%22+AND+issue+in+approvalPending%28%22SHOP%22%29"),
                hrefs(waiting));
        assertEquals(List.of("https://jira.example.org/jira/issues/?jql=project+%3D+%22SHOP%22+AND+issue+in+approvalStale%28%22SHOP%22%29"),
                hrefs(approvals(Summaries.typical().with(new ApprovalCounts(0, 0, 2)))));
        assertEquals("nothing to lead to", List.of(), hrefs(approvals(Summaries.typical().with(ApprovalCounts.NONE))));
        assertEquals("a list of now is not one of then", List.of(), hrefs(approvals(
                in(header(Optional.of(Instant.parse("2026-11-22T12:00:00Z")), true, SummaryHeader.Numbers.CURRENT),
                        Summaries.typical().with(new ApprovalCounts(1, 1, 1))))));
        assertEquals("a query has no project", List.of(), hrefs(approvals(Summaries.hostile().with(new ApprovalCounts(1, 1, 1)))));
        assertEquals("nobody counted", List.of(), view(Summaries.typical(), arrangement(false, Surface.PAGE)).sections().stream()
                .filter(section -> section.name().equals("approvals")).toList());
    }

    private static SectionView approvals(WeeklySummary week) {
        return section(view(week, arrangement(false, Surface.PAGE)), SummarySection.APPROVALS);
    }

    private static List<String> hrefs(SectionView section) {
        return section.links().stream().map(LinkView::href).toList();
    }

    @Test
    public void goesOnFromTheHeadlineWithWhatCameAndWent() {
        assertEquals("1 of 2 open blockers is overdue, and customer-facing. Since last week: 2 new blockers, 3 blockers closed, "
                + "1 decision reopened.",
                headline(new WeekDifference("2026-W46", new ItemDifferenceCounts(true, 2, 0, 3, 0, 0, 0, 0),
                        new ItemDifferenceCounts(true, 0, 1, 0, 0, 5, 5, 5))));
        assertEquals("1 of 2 open blockers is overdue, and customer-facing. Nothing is new or closed since last week.",
                headline(new WeekDifference("2026-W46", Histories.NO_CHANGES, Histories.NO_CHANGES)));
        assertEquals("nobody knows what is new", "1 of 2 open blockers is overdue, and customer-facing.",
                headline(new WeekDifference("2026-W46", new ItemDifferenceCounts(false, 2, 0, 3, 0, 0, 0, 0), Histories.NO_CHANGES)));
    }

    private static String headline(WeekDifference difference) {
        return view(SummaryBuilder.like(Summaries.typical())
                .history(new WeekHistory(Optional.of(difference), Optional.empty(), Optional.empty())).summary(),
                arrangement(false, Surface.PAGE)).headline();
    }

    @Test
    public void saysWhyThereIsNothingToCompareWith() {
        Map.of(SummaryHeader.Gap.COMPARED_WEEK_NOT_KEPT, "There is no record of the week to compare with",
                SummaryHeader.Gap.COMPARED_WEEK_ALTERED, "was changed after the week was frozen").forEach((gap, words) -> {
                    SectionView changes = view(Summaries.typical().with(gap), arrangement(false, Surface.PAGE)).sections().get(0);
                    assertTrue(changes + "", changes.name().equals("changes") && changes.sentences().get(0).contains(words));
                });
    }

    @Test
    public void drawsNothingBesideATileOfWhichOneWeekIsKnown() {
        for (Surface surface : Surface.values()) {
            assertEquals(surface + "", surface == Surface.PAGE ? 2 : 0, view(SummaryBuilder.like(Summaries.typical())
                    .history(Histories.typical()).summary(), arrangement(false, surface)).tiles().stream()
                    .filter(tile -> !tile.trends().isEmpty()).count());
        }
    }

    @Test
    public void saysWhoseItemsAreListed() {
        for (String[] owner : new String[][] {{"Maya <b>", "Only what Maya <b> owns"}, {"-", "Only what nobody owns"}}) {
            WeekView view = view(
                    SummaryBuilder.like(Summaries.typical()).header(Summaries.typical().header().ownedBy(owner[0], true, List.of()))
                            .summary(),
                    arrangement(false, Surface.PAGE));
            assertTrue(view.notes().toString(), view.notes().get(0).text().startsWith(owner[1]));
        }
    }

    @Test
    public void namesAnOwnerWhoOwnsNothingAndTheOwnersThereAre() {
        SummaryHeader header = Summaries.empty().header().ownedBy("Mya", true, List.of("Maya", "Tom", "-"));
        WeeklySummary week = SummaryBuilder.like(Summaries.empty()).header(header).summary();
        WeekView view = view(week, arrangement(false, Surface.PAGE).owning(name -> "?owner=" + name));
        assertEquals("Nobody called Mya owns anything that is open in this week. Owners of what is open: Maya, Tom. What was closed, gates "
                + "and figures are those of everybody.", view.notes().get(0).text());
        assertEquals("warning", view.notes().get(0).style());
        assertEquals(List.of(new LinkMenuView("Owner", List.of(new LinkView("Maya", "?owner=Maya", "owner"),
                new LinkView("Tom", "?owner=Tom", "owner"), new LinkView("No owner", "?owner=-", "owner")))), view.menus());
        SummaryHeader both = Summaries.empty().header().ownedBy("maya", true, List.of("Maya Brandt", "Maya Chen", "Tom", "-"));
        assertEquals(
                "\"maya\" fits more than one owner: Maya Brandt, Maya Chen. Choose one under Owner. What was closed, gates and figures "
                        + "are those of everybody.",
                view(SummaryBuilder.like(Summaries.empty()).header(both).summary(),
                        arrangement(false, Surface.PAGE)).notes().get(0).text());
        WeeklySummary nothing = SummaryBuilder.like(Summaries.empty())
                .header(Summaries.empty().header().ownedBy("Mya", true, List.of())).summary();
        assertEquals(
                "Nobody called Mya owns anything that is open in this week. What was closed, gates and figures are those of everybody.",
                view(nothing, arrangement(false, Surface.PAGE)).notes().get(0).text());
        assertEquals("what is not listed may be Mya's", "Only what Mya owns", view(week.with(SummaryHeader.Gap.OWNER_AT_LEAST),
                arrangement(false, Surface.PAGE)).notes().get(0).text().substring(0, 18));
    }

    @Test
    public void saysNothingOfWhatIsOpenWhereTheOwnerOwnsNothing() {
        for (String owner : List.of("Mya", "-")) {
            SummaryHeader header = Summaries.empty().header().ownedBy(owner, true, List.of("Maya"));
            for (boolean executive : List.of(false, true)) {
                WeekView view = view(SummaryBuilder.like(Summaries.empty()).header(header).summary(), arrangement(executive, Surface.PAGE));
                String text = shown(view).text();
                assertEquals(owner, "", view.headline());
                assertFalse(text, text.contains("Nothing is open") || text.contains("There are no open") || text.contains("No action"));
                assertFalse(text, view.tiles().stream().anyMatch(tile -> tile.question().equals("Is anything overdue?")));
            }
        }
        assertEquals("Everything that is open in this week has an owner. What was closed, gates and figures are those of everybody.",
                view(SummaryBuilder.like(Summaries.empty()).header(Summaries.empty().header().ownedBy("-", true, List.of("Maya")))
                        .summary(),
                        arrangement(false, Surface.PAGE)).notes().get(0).text());
    }

    @Test
    public void namesInTheHeaderWhoseWeekItIs() {
        Map.of("Maya <b>", "Maya <b>", "-", "nobody", "\u05d3\u05d9\u05df\u2069", "\u2068\u05d3\u05d9\u05df\u2069")
                .forEach((owner, name) -> {
                    WeekView view = view(SummaryBuilder.like(Summaries.typical())
                            .header(Summaries.typical().header().ownedBy(owner, true, List.of())).summary(),
                            arrangement(true, Surface.PAGE));
                    assertEquals("Week 47, Nov 16, 2026 \u2013 Nov 22, 2026 \u00b7 Owner: " + name, view.week());
                });
    }

    @Test
    public void hasTheNumbersOfEightWeeksOnPaperInExecutiveModeToo() {
        WeeklySummary week = SummaryBuilder.like(Summaries.typical()).history(Histories.typical()).summary();
        for (boolean executive : List.of(false, true)) {
            assertEquals(1, view(week, arrangement(executive, Surface.DOCUMENT)).sections().stream()
                    .filter(section -> section.name().equals("series")).count());
        }
        assertEquals(0, view(week, arrangement(true, Surface.PAGE)).sections().stream()
                .filter(section -> section.name().equals("series")).count());
    }

    @Test
    public void tellsInNumbersWhatWasOverdueInAWeekThatListsNothing() {
        WeeklySummary week = rebuilt(SummaryHeader.Numbers.CURRENT, 8, 5, Listing.of(List.of()));
        TileView unknown = view(week, arrangement(false, Surface.PAGE)).tiles().get(0);
        assertEquals(List.of("Is anything overdue?", "not known", "How much was past its due date is not known."),
                List.of(unknown.question(), unknown.answer().text(), unknown.numbers()));
        Map.of(0, "Nothing that was open was past its due date.", 1, "1 blocker or decision that was open was past its due date.",
                3, "3 blockers and decisions that were open were past their due date.").forEach((number, words) -> {
                    TileSeries overdue = new TileSeries(TileSeries.OVERDUE,
                            List.of(new TileSeries.Point(week.header().week(), Optional.of(BigDecimal.valueOf(number)))));
                    TileView known = view(SummaryBuilder.like(week)
                            .history(new WeekHistory(Optional.empty(), Optional.of(List.of(overdue)), Optional.empty())).summary(),
                            arrangement(false, Surface.PAGE)).tiles().get(0);
                    assertEquals(words, known.numbers());
                    assertEquals(number > 0 ? "Yes" : "No", known.answer().text());
                });
    }

    @Test
    public void saysHowManyEarlierWeeksThereAreAndHowManyItTakes() {
        String metric = "post-pilot-execution-stability";
        Question open = new Question("stability-right", Question.Answer.NOT_ENOUGH_DATA, Optional.of(BigDecimal.ONE), Optional.empty(), 6);
        List<TileSeries.Point> points = List.of(point("2026-W42", 1), point("2026-W43", null), point("2026-W44", null),
                point("2026-W45", null), point("2026-W46", 1), point("2026-W47", 1));
        assertEquals("100% of deliveries went undisturbed. Too few earlier weeks to compare with: 1 of at least 2.",
                stability(open, metric, points));
        assertEquals("two that rest on too little", "100% of deliveries went undisturbed. The weeks before have too few cases to compare "
                + "with: at least 5 are needed.",
                stability(open, metric, points.stream()
                        .map(one -> new TileSeries.Point(one.week(), Optional.of(BigDecimal.ONE))).toList()));
        assertEquals("100% of deliveries went undisturbed. There are too few earlier weeks to compare with.",
                stability(open, "another", points));
    }

    private static TileSeries.Point point(String week, Integer value) {
        return new TileSeries.Point(week, Optional.ofNullable(value).map(BigDecimal::valueOf));
    }

    private static String stability(Question question, String series, List<TileSeries.Point> points) {
        WeeklySummary week = SummaryBuilder.like(Summaries.typical()).questions(List.of(question)).history(new WeekHistory(Optional.empty(),
                Optional.of(List.of(new TileSeries(series, points))), Optional.empty())).summary();
        return view(week, arrangement(false, Surface.PAGE)).tiles().get(1).numbers();
    }

    @Test
    public void showsPeopleByPictureWhereTheHostHasOneElseByInitials() {
        OpenItem known = anOpenItem().key("SHOP-7").ownedBy("Maya Brandt").item().ownedBy(Optional.of("lead"));
        OpenItem unknown = anOpenItem().key("SHOP-8").ownedBy("zo\u00eb").item();
        WeeklySummary week = SummaryBuilder.like(Summaries.empty()).blockers(Listing.of(List.of(known, unknown))).summary();
        RenderOptions options = arrangement(false, Surface.PAGE).owning(name -> "?owner=" + name)
                .introducing(user -> new PersonProfileLinks("/picture/" + user, "/profile/" + user));
        List<CellView> owners = section(view(week, options), SummarySection.BLOCKERS).rows().stream().map(row -> row.cells().get(2))
                .toList();
        assertEquals(List.of(new PersonView("MB", "/picture/lead", List.of(new LinkView("Profile of Maya Brandt", "/profile/lead",
                "profile")))), owners.get(0).people());
        assertEquals(List.of(new LinkView("Maya Brandt", "?owner=Maya Brandt", "owner")), owners.get(0).links());
        assertEquals(List.of(new PersonView("Z", "", List.of())), owners.get(1).people());
        assertEquals("a document fetches nothing", 0, view(week, arrangement(false, Surface.DOCUMENT).introducing(options.people()))
                .sections().stream().flatMap(section -> section.rows().stream()).flatMap(row -> row.cells().stream())
                .filter(cell -> !cell.people().isEmpty()).count());
    }

    @Test
    public void saysOnOneScreenHowMuchIsLeftOutAndWhereItIs() {
        WeeklySummary many = Summaries.blockers(200, 4321);
        assertEquals("Actions needed: " + number(many.asks().total()) + ", 3 shown",
                section(view(many, arrangement(true, Surface.PAGE)), SummarySection.ACTIONS).caption());
        RenderOptions leading = new RenderOptions(true, Surface.PAGE, SummarySection.all(), 200, BROWSE,
                List.of(new LinkView("Open in Jira", "https://jira.example.org/week", "jira")), List.of(), false);
        SectionView actions = section(view(many, leading), SummarySection.ACTIONS);
        assertEquals("Actions needed: " + number(many.asks().total()), actions.caption());
        assertEquals(List.of(new LinkView(number(many.asks().total() - 3) + " more in Jira", "https://jira.example.org/week", "rest")),
                actions.more());
    }

    private static String number(long count) {
        return String.format(Locale.ENGLISH, "%,d", count);
    }

    @Test
    public void saysOfAFrozenWeekWithoutRisksThatTheyWereNotRecorded() {
        WeeklySummary frozen = in(header(Optional.of(Instant.parse("2026-11-23T00:05:00Z")), true, SummaryHeader.Numbers.CURRENT),
                Summaries.typical());
        assertEquals(List.of("Not recorded when this week was frozen."),
                section(view(frozen, arrangement(false, Surface.PAGE)), SummarySection.RISKS).sentences());
    }

    @Test
    public void countsNoDebtBeforeEveryIssueWasLookedAt() {
        WeeklySummary week = SummaryBuilder.like(Summaries.empty()).debt(Optional.of(Listing.of(List.of())))
                .waivers(Optional.of(Listing.of(List.of()))).summary().with(SummaryHeader.Gap.DEBT_NOT_LOOKED_AT);
        SectionView debt = section(view(week, arrangement(false, Surface.PAGE)), SummarySection.DEBT);
        assertEquals("Gate debt", debt.caption());
        assertEquals(1, debt.sentences().size());
        assertTrue(debt.sentences().get(0), debt.sentences().get(0).startsWith("The first check of all issues of the project"));
        assertEquals(List.of("No action is known so far. Gate debt is not included yet: the first check of all issues of the project is "
                + "still to come or under way."),
                section(view(week, arrangement(false, Surface.PAGE)), SummarySection.ACTIONS).sentences());
        WeeklySummary busy = Summaries.blockers(200, 4321).with(SummaryHeader.Gap.DEBT_NOT_LOOKED_AT);
        assertTrue(section(view(busy, arrangement(false, Surface.DOCUMENT)), SummarySection.ACTIONS).sentences().toString()
                .contains("Gate debt is not included yet"));
        assertEquals("Actions needed: " + number(busy.asks().total()) + ", gate debt not checked yet, 3 shown",
                section(view(busy, arrangement(true, Surface.PAGE)), SummarySection.ACTIONS).caption());
    }

    @Test
    public void saysWhyAnotherOwnerIsNeeded() {
        WeeklySummary week = SummaryBuilder.like(Summaries.typical()).asks(Listing.of(Stream.of("inactive", "unassignable")
                .map(why -> new WeekAction("replace-" + why + "-owner", "SHOP-7", "Refused", Optional.empty(), Optional.of("Lead"),
                        Optional.empty()))
                .toList())).summary();
        assertEquals(
                List.of("Lead Name another owner: the present one is deactivated",
                        "Lead Name another owner: the present one cannot be assigned here"),
                section(view(week, arrangement(false, Surface.DOCUMENT)), SummarySection.ACTIONS).rows().stream()
                        .map(row -> row.head().text() + " " + row.cells().get(0).text()).toList());
    }

    @Test
    public void keepsTheExecutiveModeToOneScreen() {
        Document page = shown(view(Summaries.blockers(200, 4321), arrangement(true, Surface.PAGE)));

        assertEquals(5, page.select(".decision-gates-week-blockers tbody tr").size());
        // these take no room
        page.select(".decision-gates-week-table thead").remove();
        int lines = page.select("tr, h2, .decision-gates-week > p, ul, li, .decision-gates-week-sentence").size();
        assertTrue(lines + " lines", lines <= LINES_OF_A_SCREEN);
        assertTrue(page.text(), page.text().contains("Open blockers: 4,321 4,316 more in Jira"));
        assertEquals("all that a blocker is asked for",
                List.of("Issue", "Blocker", "Status", "Owner", "Due", "Fallback plan", "Impact expected"),
                shown(view(Summaries.blockers(200, 4321), arrangement(true, Surface.PAGE)))
                        .select(".decision-gates-week-blockers thead th").eachText());
        assertEquals(List.of("SHOP-2", "SHOP-3"), page.select(".decision-gates-week-closures a[href]").eachText());
    }

    @Test
    public void givesEveryNoteTheRoomOfBlockersAndActionsOnOneScreen() {
        WeeklySummary many = in(header(Optional.empty(), true, SummaryHeader.Numbers.BEHIND), Summaries.blockers(200, 4321));
        for (int notes = 0; notes < 7; notes++) {
            List<MarkView> said = Collections.nCopies(notes, new MarkView("A copy.", "warning"));
            WeekView view = view(many, new RenderOptions(true, Surface.PAGE, SummarySection.all(), 200, BROWSE, List.of(), said, false));
            assertEquals("the host's notes come first, that numbers are old last", notes + 1, view.notes().size());
            assertEquals(Math.max(1, 3 - 2 * notes), section(view, SummarySection.BLOCKERS).rows().size());
            assertEquals(Math.max(1, 3 - notes), section(view, SummarySection.ACTIONS).rows().size());
            assertEquals("a week in full has room for notes", 200,
                    section(view(many, new RenderOptions(false, Surface.PAGE, SummarySection.all(), 200, BROWSE, List.of(), said, false)),
                            SummarySection.BLOCKERS).rows().size());
        }
    }

    @Test
    public void saysInATitleWhatOneScreenHasNoRoomFor() {
        for (Element text : shown(view(Summaries.typical(), arrangement(true, Surface.PAGE)))
                .select("td > span, th > span, td > a, th > a, strong > span")) {
            assertEquals(text.text(), text.attr("title"));
        }
        assertEquals(List.of(), shown(view(Summaries.typical(), arrangement(false, Surface.PAGE))).select("[title]").eachText());
    }

    @Test
    public void neverSaysThatThereIsNothingWhereItCannotKnow() {
        for (SummaryHeader.Numbers numbers : List.of(SummaryHeader.Numbers.PENDING, SummaryHeader.Numbers.TOO_MANY)) {
            WeekView view = view(in(header(Optional.empty(), true, numbers), Summaries.empty()), arrangement(false, Surface.PAGE));
            for (SummarySection part : List.of(SummarySection.MOVEMENT, SummarySection.CLOSURES, SummarySection.REOPENED,
                    SummarySection.GATES, SummarySection.FIGURES)) {
                assertEquals(part + "", List.of("Not known; see the note above."), section(view, part).sentences());
            }
            assertEquals("what is overdue is known", List.of("Is anything overdue?"),
                    view.tiles().stream().map(tile -> tile.question()).toList());
        }
        WeekView off = view(in(header(Optional.empty(), false, SummaryHeader.Numbers.CURRENT), Summaries.empty()),
                arrangement(false, Surface.PAGE));
        assertEquals(List.of(), off.sections());
    }

    @Test
    public void offersANewDecisionWhereNoneIsOpenToWhoMayCreateOne() {
        String query = "pid=10000&issuetype=10105";
        List<LinkView> offered = section(view(in(aHeader().creation(query).header(), Summaries.empty()), arrangement(false, Surface.PAGE)),
                SummarySection.DECISIONS).links();
        assertEquals(List.of("Create decision"), offered.stream().map(LinkView::text).toList());
        assertTrue(offered.toString(), offered.get(0).href().endsWith("/secure/CreateIssueDetails!init.jspa?" + query));

        for (SummaryHeader header : List.of(aHeader().header(), aHeader().creation("pid=1&evil=\"><script>").header(),
                aHeader().creation(query).frozenAt(Optional.of(Instant.parse("2026-11-23T00:00:00Z"))).header())) {
            assertEquals(List.of(),
                    section(view(in(header, Summaries.empty()), arrangement(false, Surface.PAGE)), SummarySection.DECISIONS).links());
        }
        assertTrue("some are open", section(view(in(aHeader().creation(query).header(), Summaries.typical()),
                arrangement(false, Surface.PAGE)), SummarySection.DECISIONS).links().stream()
                .noneMatch(link -> link.name().equals("create")));
    }

    @Test
    public void tellsOfARebuiltWeekHowMuchWasOpenAndThatNobodyKnowsWhat() {
        WeekView view = view(rebuilt(SummaryHeader.Numbers.CURRENT, 8, 0, Listing.of(List.of())), arrangement(false, Surface.PAGE));

        assertEquals("Open blockers", section(view, SummarySection.BLOCKERS).caption());
        assertEquals(List.of("8 blockers were open; it is not known which."), section(view, SummarySection.BLOCKERS).sentences());
        assertEquals(List.of("Not known; see the note above."), section(view, SummarySection.ACTIONS).sentences());
        assertEquals("what is overdue is not known", "not known", view.tiles().get(0).answer().text());
        assertTrue(view.notes().toString(), view.notes().get(0).text().contains("how many items were open is known"));
        assertEquals(List.of("There are no open decisions among the issues you may browse."),
                section(view, SummarySection.DECISIONS).sentences());
        assertEquals(List.of("Nobody has an open decision to make."), section(view, SummarySection.OWNERS).sentences());
        assertEquals("frozen before owners were counted", List.of("Not known; see the note above."),
                section(view(rebuilt(SummaryHeader.Numbers.CURRENT, 8, 5, Listing.of(List.of())), arrangement(false, Surface.PAGE)),
                        SummarySection.OWNERS).sentences());
    }

    @Test
    public void tellsOfARebuiltWeekWhoHadToDecide() {
        OwnerLoad load = new OwnerLoad(Optional.of("Lead"), true, 5, 2, Optional.of(Summaries.FRIDAY), 0, List.of());
        WeekView view = view(rebuilt(SummaryHeader.Numbers.CURRENT, 0, 5, Listing.of(List.of(load))), arrangement(false, Surface.PAGE));

        assertEquals("not listed", section(view, SummarySection.OWNERS).rows().get(0).cells().get(3).text());
        assertEquals("Who has to decide: 1", section(view, SummarySection.OWNERS).caption());
        assertEquals(List.of("5 actions were needed; it is not known which."), section(view, SummarySection.ACTIONS).sentences());
        assertEquals(List.of("5 decisions were open; it is not known which."), section(view, SummarySection.DECISIONS).sentences());
    }

    @Test
    public void neverSaysThatNothingWasOpenInARebuiltWeekThatIsNotComputed() {
        WeekView view = view(rebuilt(SummaryHeader.Numbers.PENDING, 0, 0, Listing.of(List.of())), arrangement(false, Surface.PAGE));

        for (SummarySection part : List.of(SummarySection.BLOCKERS, SummarySection.DECISIONS, SummarySection.OWNERS,
                SummarySection.ACTIONS)) {
            assertEquals(part + "", List.of("Not known; see the note above."), section(view, part).sentences());
            assertFalse(part + "", section(view, part).caption().contains("0"));
        }
    }

    @Test
    public void neverSaysWhoOwnedNothingInARebuiltWeekThatIsNotComputed() {
        WeeklySummary week = rebuilt(SummaryHeader.Numbers.PENDING, 0, 0, Listing.of(List.of()));
        for (String owner : List.of("Ann", "-")) {
            WeekView view = view(SummaryBuilder.like(week).header(week.header().ownedBy(owner, true, List.of())).summary(),
                    arrangement(false, Surface.PAGE));

            assertTrue(view.notes().toString(), view.notes().get(0).text().startsWith("Only what "));
            for (SummarySection part : List.of(SummarySection.BLOCKERS, SummarySection.DECISIONS, SummarySection.OWNERS,
                    SummarySection.ACTIONS)) {
                assertEquals(owner + part, List.of("Not known; see the note above."), section(view, part).sentences());
            }
        }
    }

    @Test
    public void showsWhatStandsBesideAFigure() {
        assertEquals(
                "half of them took up to 3 business days; 85% took up to 9 business days; reopened: 1 [Faster without loss of quality]",
                beside("pilot-decision-velocity", "median-days 3 p85-days 9 decided 3 reopened 1 quality-kept 1", Surface.PAGE));
        assertEquals("half of them took up to 3 business days",
                beside("pilot-decision-velocity", "median-days 3 reopened 0 quality-kept 0", Surface.PAGE));
        assertEquals("scope changed: 1; due date slipped: 2; still watched: 1,234; rigor: 81.2%", beside("post-pilot-execution-stability",
                "cohort 8 watching 1234 cause-reopened 0 cause-scope-changed 1 cause-blocked 0 cause-due-slipped 2 "
                        + "cause-owner-changed 0 rigor 0.8125",
                Surface.PAGE));
        assertEquals("on time: 0%; left without being settled: 1",
                beside("decision-closure-rate", "closed 4 removed 1 on-time-share 0.0000", Surface.PAGE));
        assertEquals("found in the first half: 62.5%",
                beside("blocker-surfacing-lead", "early-share 0.625 without-release 0", Surface.PAGE));
        assertEquals("reopened: 2", beside("reopen-rate", "reopened 2", Surface.PAGE));
        assertEquals("unproven (no result by the check date, or no evidence): 2; of those due, validated or invalidated: 33.3%",
                beside("validated-hypothesis-ratio", "unproven 2 coverage 0.3333", Surface.PAGE));
        String ages = "survivors 0 usual 1 ageing 0 old 0 oldest-days 12.25 in-status-days 4 settled 10 p50-days 5.5 p85-days 9";
        assertEquals(
                "open through two reviews: 0; oldest: 12.2 days; half of them in their status for up to 4 days; half of the "
                        + "settled ones took up to 5.5 days; "
                        + "85% took up to 9 days",
                beside("blocker-survival", ages, Surface.PAGE));
        assertEquals("open through two reviews: 0; half of the settled ones took up to 5.5 days; 85% took up to 9 days",
                beside("blocker-survival", ages, Surface.COMPARISON));
        assertEquals("passed at the first attempt: 97.5%", beside("bypass-rate", "waived 0 first-pass-rate 0.975", Surface.PAGE));
        assertEquals("nothing that only a newer Jira knows", "", beside("bypass-rate", "mood 7", Surface.PAGE));
    }

    @Test
    public void showsTheMostPressingActionsAndFoldsTheRest() {
        WeeklySummary week = Summaries.typical();
        List<WeekAction> seven = Stream.iterate(week.asks().rows().get(0), one -> one).limit(7).toList();
        WeeklySummary busy = SummaryBuilder.like(week).asks(new Listing<>(seven, 9)).summary();
        WeekView page = view(busy, arrangement(false, Surface.PAGE));
        assertEquals("Actions needed: 9", section(page, SummarySection.ACTIONS).caption());
        assertEquals(5, section(page, SummarySection.ACTIONS).rows().size());
        SectionView rest = page.sections().get(1);
        assertEquals("2 more actions", rest.caption());
        assertEquals(2, rest.rows().size());
        assertEquals(List.of("2 more are in Jira and not listed here."), rest.sentences());
        assertEquals("nothing folds in a document", 7,
                section(view(busy, arrangement(false, Surface.DOCUMENT)), SummarySection.ACTIONS).rows().size());
        assertEquals(3, section(view(busy, arrangement(true, Surface.PAGE)), SummarySection.ACTIONS).rows().size());
        assertEquals(List.of(), section(view(busy, arrangement(true, Surface.PAGE)), SummarySection.ACTIONS).sentences());
    }

    @Test
    public void saysWhoDoesWhatAboutWhichIssueByWhen() {
        List<String> actions = shown(view(Summaries.typical(), arrangement(false, Surface.PAGE)))
                .select(".decision-gates-week-actions tbody tr")
                .eachText();
        assertEquals(
                "Owner Resolve it, or invoke the fallback "
                        + "SHOP-7 Payment provider refuses 3-D Secure in the test shop Nov 18, 2026 2 days late",
                actions.get(0));
        assertEquals("Nobody yet Name an owner SHOP-4 Which carriers at launch", actions.get(1));
        assertEquals("an owner who left is named", "Former Account inactive Write down a fallback plan SHOP-9 No data for the returns page",
                actions.get(actions.size() - 1));
    }

    @Test
    public void asksFourQuestionsAndAnswersThemInSentences() {
        List<TileView> tiles = view(Summaries.typical(), arrangement(false, Surface.PAGE)).tiles();
        assertEquals(List.of("Is anything overdue?", "Are blockers surfacing earlier?", "Is post-pilot execution stability trending right?",
                "Are decisions made faster than usual?"), tiles.stream().map(TileView::question).toList());
        assertEquals(List.of("Yes", "Yes", "Not enough data", "Yes"), tiles.stream().map(tile -> tile.answer().text()).toList());
        assertEquals("1 of 2 blockers and 0 of 2 decisions are past their due date.", tiles.get(0).numbers());
        assertEquals("Found with 75% of the lead time left, usually 50%.", tiles.get(1).numbers());
        assertEquals("50% of deliveries went undisturbed. Too few cases: 4 of at least 5.",
                tiles.get(2).numbers());
        assertEquals("https://jira.example.org/jira/issues/?jql=key+in+%28SHOP-7%2C+SHOP-9%29", tiles.get(1).links().get(0).href());
        assertEquals("8 cases: Blocker surfacing lead", tiles.get(1).links().get(0).text());
        assertEquals("At least 2 of 9 blockers and 0 of 2 decisions are past their due date.",
                view(Summaries.blockers(2, 9), arrangement(false, Surface.PAGE)).tiles().get(0).numbers());
    }

    @Test
    public void saysOfANumberThatItRestsOnCorrectedHistories() {
        Figure figure = new Figure("reopen-rate", Optional.of(BigDecimal.ONE), 8, true, Optional.empty(), Map.of(), List.of(), 0, 2);
        WeeklySummary some = Summaries.typical();
        WeeklySummary week = SummaryBuilder.like(some).figures(Listing.of(List.of(figure))).summary();
        CellView ground = section(view(week, arrangement(false, Surface.PAGE)), SummarySection.FIGURES).rows().get(0).cells().get(3);
        assertEquals("8 cases", ground.text());
        assertEquals(List.of("2 histories corrected"), ground.marks().stream().map(mark -> mark.text()).toList());
    }

    private static String beside(String metric, String secondaryFigures, Surface surface) {
        Map<String, BigDecimal> numbers = new TreeMap<>();
        String[] words = secondaryFigures.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            numbers.put(words[i], new BigDecimal(words[i + 1]));
        }
        WeeklySummary some = Summaries.typical();
        WeeklySummary week = SummaryBuilder.like(some)
                .figures(Listing
                        .of(List.of(new Figure(metric, Optional.of(BigDecimal.ONE), 8, true, Optional.empty(), numbers, List.of(), 0))))
                .summary();
        CellView cell = section(view(week, arrangement(false, surface)), SummarySection.FIGURES).rows().get(0).cells().get(1);
        return cell.text()
                + cell.marks().stream().map(mark -> " [" + mark.text() + "]").collect(java.util.stream.Collectors.joining());
    }

    private static WeeklySummary rebuilt(SummaryHeader.Numbers numbers, long blockers, long decisions, Listing<OwnerLoad> owners) {
        WeeklySummary many = Summaries.typical();
        SummaryHeader header = many.header();
        return SummaryBuilder.like(many)
                .header(HeaderBuilder.like(header).frozenAt(Optional.of(header.asOf())).rebuilt(true).enabled(true).partial(false)
                        .numbers(numbers).lists(OpenQueries.NONE).header())
                .blockers(new Listing<>(List.of(), blockers)).decisions(new Listing<>(List.of(), decisions)).owners(owners).summary();
    }

    @Test
    public void tellsInALineWhatIsOwed() {
        assertEquals("3 rules are owed by 2 issues: 1 edited away, 2 for other reasons.",
                section(view(Summaries.typical(), arrangement(false, Surface.PAGE)), SummarySection.DEBT).sentences().get(0));
        WeeklySummary cut = SummaryBuilder.like(Summaries.typical())
                .debt(Summaries.typical().debt().map(debt -> new Listing<>(debt.rows().subList(0, 1), 900))).summary();
        assertEquals(List.of("Of what is listed, 1 rule is owed by 1 issue: 1 edited away.", "899 more are in Jira and not listed here."),
                section(view(cut, arrangement(false, Surface.PAGE)), SummarySection.DEBT).sentences());
    }

    @Test
    public void putsTheBypassRateBesideTheWaivers() {
        assertEquals(List.of("Bypass rate: 1 of 40 gates went through by a waiver."),
                section(view(Summaries.typical(), arrangement(false, Surface.PAGE)), SummarySection.WAIVERS).sentences());
        assertEquals(List.of("No rule is waived. No gate was checked this week, so there is no bypass rate."),
                section(view(Summaries.empty(), arrangement(false, Surface.PAGE)), SummarySection.WAIVERS).sentences());
        assertEquals("what only the journal can tell is not known", List.of("No rule is waived."),
                section(view(in(header(Optional.empty(), true, SummaryHeader.Numbers.PENDING), Summaries.empty()),
                        arrangement(false, Surface.PAGE)), SummarySection.WAIVERS).sentences());
    }

    @Test
    public void tellsWhatWasNotRecordedFromWhatIsNotKnown() {
        WeeklySummary older = SummaryBuilder.like(Summaries.typical()).debt(Optional.empty()).waivers(Optional.empty()).summary();
        for (SummarySection part : List.of(SummarySection.DEBT, SummarySection.WAIVERS)) {
            assertFalse("a Jira with an older version of the app", view(older, arrangement(false, Surface.PAGE)).sections().stream()
                    .anyMatch(section -> section.name().equals(part.key())));
            assertEquals(List.of("Not recorded when this week was frozen."), section(view(
                    in(header(Optional.of(Instant.parse("2026-11-23T00:05:00Z")), true, SummaryHeader.Numbers.CURRENT), older),
                    arrangement(false, Surface.PAGE)), part).sentences());
            assertEquals(List.of("Not known; see the note above."), section(view(
                    in(header(Optional.empty(), true, SummaryHeader.Numbers.TOO_MANY), older), arrangement(false, Surface.PAGE)), part)
                    .sentences());
        }
    }

    @Test
    public void saysWhereMoreIsOwedThanIsTold() {
        WeeklySummary untold = in(aHeader().missing(SummaryHeader.Gap.DEBT_TOO_MANY).header(),
                SummaryBuilder.like(Summaries.typical()).debt(Optional.empty()).waivers(Optional.empty()).summary());
        for (SummarySection part : List.of(SummarySection.DEBT, SummarySection.WAIVERS)) {
            String said = section(view(untold, arrangement(false, Surface.PAGE)), part).sentences().get(0);
            assertTrue(said, said.contains("to list here") && said.contains("Readiness") && said.contains("/debt?project=KEY"));
        }
        WeeklySummary partly = in(aHeader().missing(SummaryHeader.Gap.DEBT_AT_LEAST).header(), Summaries.typical());
        String last = "Only 100 of that time were kept, and some may be hidden from you: there may have been more.";
        List<String> sentences = section(view(partly, arrangement(false, Surface.PAGE)), SummarySection.DEBT).sentences();
        assertEquals(last, sentences.get(sentences.size() - 1));
        assertFalse(section(view(partly, arrangement(false, Surface.PAGE)), SummarySection.WAIVERS).sentences().contains(last));
        WeeklySummary nothing = in(aHeader().missing(SummaryHeader.Gap.DEBT_AT_LEAST).header(), Summaries.empty());
        assertEquals("not that nothing is owed", List.of(last),
                section(view(nothing, arrangement(false, Surface.PAGE)), SummarySection.DEBT).sentences());
    }

    @Test
    public void saysInASentenceThatThereIsNothing() {
        WeekView view = view(detailed(Summaries.empty(), ""), arrangement(false, Surface.PAGE));

        assertEquals("closures are two parts", SummarySection.values().length, view.sections().size());
        for (SectionView section : view.sections()) {
            assertEquals(section.name(), List.of(), section.rows());
            assertEquals(section.name(), 1, section.sentences().size());
        }
    }

    @Test
    public void showsOnlyWhatIsWantedInTheUsualOrder() {
        RenderOptions wanted = new RenderOptions(false, Surface.PAGE, Set.of(SummarySection.ACTIONS, SummarySection.BLOCKERS), 1, BROWSE,
                List.of(), List.of(), false);
        WeekView view = view(Summaries.typical(), wanted);

        assertEquals(List.of("actions", "blockers"), view.sections().stream().map(SectionView::name).toList());
        assertEquals(List.of(), view.tiles());
        assertEquals(1, section(view, SummarySection.BLOCKERS).rows().size());
        assertEquals(List.of("1 more is in Jira and not listed here."), section(view, SummarySection.BLOCKERS).sentences());
    }

    @Test
    public void dependsOnNoTimeWhenRenderingsAreCompared() {
        WeeklySummary week = Summaries.typical();
        SummaryHeader header = week.header();
        SummaryHeader later = HeaderBuilder.like(header).asOf(header.asOf().plusSeconds(3600)).rebuilt(false).enabled(true).partial(false)
                .header();

        assertEquals(html(view(week, arrangement(false, Surface.COMPARISON))),
                html(view(in(later, week), arrangement(false, Surface.COMPARISON))));
        assertFalse(html(view(week, arrangement(false, Surface.COMPARISON))).contains("12 days"));
    }

    @Test
    public void drawsAndFoldsOnPagesOnly() {
        assertFalse(html(view(Summaries.typical(), arrangement(false, Surface.DOCUMENT))).matches("(?s).*<(svg|details).*"));
        assertTrue(html(view(Summaries.typical(), arrangement(false, Surface.PAGE))).matches("(?s).*<details.*<svg.*"));
    }

    @Test
    public void saysInWordsWhatItSaysInColours() {
        Document page = shown(view(Summaries.typical(), arrangement(false, Surface.PAGE)));
        for (Element mark : page.select("[class*=lozenge]")) {
            assertTrue(mark.outerHtml(), mark.hasText());
        }
        for (Element drawing : page.select("svg")) {
            assertTrue(drawing.parent().outerHtml(), drawing.parent().text().matches("(?s).*(%|days|a week).*"));
        }
    }

    @Test
    public void namesEveryColumnForAReaderWhoCannotSeeTheTable() {
        Document page = shown(view(Summaries.typical(), arrangement(false, Surface.PAGE)));
        assertEquals(page.select("thead th").size(), page.select("thead th[scope=col]").size());
        for (Element row : page.select("tbody tr")) {
            assertEquals(row.outerHtml(), row.closest("table").select("thead th").size(), row.children().size());
        }
    }

    @Test
    public void leadsOnlyToIssuesOfTheHost() {
        for (String browse : List.of("", "javascript:alert(1)//", "//elsewhere.example.org/", "https://")) {
            RenderOptions nowhere = new RenderOptions(false, Surface.PAGE, SummarySection.all(), 200, browse, List.of(), List.of(), false);
            assertEquals(browse, List.of(), shown(view(Summaries.typical(), nowhere)).select("a").eachAttr("href"));
        }
        assertEquals(List.of(), shown(view(Summaries.hostile(), arrangement(false, Surface.PAGE))).select("a").eachAttr("href"));
        assertEquals("/jira/browse/SHOP-7",
                shown(view(Summaries.typical(), RenderOptions.whole("/jira/browse/"))).select("td a, th a").first().attr("href"));
    }

    @Test
    public void letsLongWordsBreakWhereNoStyleSheetSaysThatTheyMay() {
        WeeklySummary week = in(Summaries.typical().header(), titled("W".repeat(200)));
        assertTrue(html(view(week, arrangement(false, Surface.DOCUMENT))).contains("W".repeat(4) + "\u200B" + "W"));
        assertFalse("whoever copies a title from a page copies the title",
                html(view(week, arrangement(false, Surface.PAGE))).contains("\u200B"));
        assertFalse("other words stay whole",
                html(view(titled("Recommendationsrecommendations"), arrangement(false, Surface.DOCUMENT))).contains("\u200B"));
        String accents = "e\u0301".repeat(100);
        assertFalse("an accent stays on its letter",
                html(view(titled(accents), arrangement(false, Surface.DOCUMENT))).contains("\u200B\u0301"));
    }

    @Test
    public void keepsAScriptFromTurningTheWordsOfAnother() {
        WeeklySummary week = Summaries.typical();
        ImpactMovement first = week.movement().rows().get(0);
        ImpactMovement named = new ImpactMovement("\u05d4\u05de\u05e8\u05d4", "\u0631\u064a\u0627\u0644 (1)", first.direction(),
                first.now(),
                first.before(), first.added(), first.closed(), first.reestimated(),
                first.confidence(), first.issueTotal());
        WeeklySummary mixed = SummaryBuilder.like(week).movement(Listing.of(List.of(named))).summary();
        assertEquals("\u2068\u05d4\u05de\u05e8\u05d4\u2069: +1.1 \u2068\u0631\u064a\u0627\u0644 (1)\u2069",
                section(view(mixed, arrangement(false, Surface.PAGE)), SummarySection.MOVEMENT).lines().get(0).text()
                        .replaceFirst(" expected.*", ""));
        for (Element text : shown(view(mixed, arrangement(false, Surface.PAGE)))
                .select("td > span:not(.decision-gates-week-avatar), th > span:not(.decision-gates-week-avatar), strong > span")) {
            assertEquals(text.outerHtml(), "auto", text.attr("dir"));
        }
    }

    @Test
    public void drawsNumbersToOneScale() {
        assertEquals(List.of("0+99", "0+50", "0+1"), drawn("2", "1"));
        assertEquals(List.of("50+25", "1+49", "50+1"), drawn("1", "-2"));
        assertEquals(List.of(), drawn("0", "0"));
    }

    private static List<String> drawn(String now, String before) {
        return Bars.of(new BigDecimal(now), Optional.of(new BigDecimal(before)), "same").stream().map(WeekPageTest::place).toList();
    }

    private static String place(BarView bar) {
        return bar.left() + "+" + bar.width();
    }

    private static void add(GoldenParts kept, String scenario, String state, Surface surface, WeekView view) {
        for (String template : WeekPage.TEMPLATES) {
            kept.add(scenario, state, surface.name().toLowerCase(Locale.ROOT),
                    GoldenHtml.of(template).with("view", view).rendered(scenario));
        }
    }

    private static String html(WeekView view) {
        StringBuilder html = new StringBuilder();
        WeekPage.TEMPLATES.forEach(template -> html.append(GoldenHtml.of(template).with("view", view).render()));
        return html.toString();
    }

    private static Document shown(WeekView view) {
        return Jsoup.parse(html(view));
    }

    private static WeeklySummary titled(String title) {
        WeeklySummary week = Summaries.typical();
        OpenItem one = week.blockers().rows().get(0);
        OpenItem titled = new OpenItem(one.key(), title, one.phase(), one.owner(), one.ownerActive(), one.due(), one.overdue(),
                one.ageDays(), one.fallback(),
                one.customerFacing(), one.escalated());
        return SummaryBuilder.like(week).blockers(Listing.of(List.of(titled))).summary();
    }

    private static WeekView view(WeeklySummary week, RenderOptions arrangement) {
        return WeekPage.in(Locale.ENGLISH, new BundleTexts()::getText).of(week, arrangement);
    }

    private static RenderOptions arrangement(boolean executive, Surface surface) {
        return new RenderOptions(executive, surface, SummarySection.all(), 200, BROWSE, List.of(), List.of(), false);
    }

    private static SectionView section(WeekView view, SummarySection part) {
        return view.sections().stream().filter(section -> section.name().equals(part.key())).findFirst().orElseThrow();
    }

    private static SummaryHeader header(Optional<Instant> frozen, boolean enabled, SummaryHeader.Numbers numbers) {
        return aHeader().browseUrl(BROWSE).frozenAt(frozen).rebuilt(frozen.isPresent()).enabled(enabled).partial(frozen.isPresent())
                .numbers(numbers).lists(Summaries.typical().header().lists()).header();
    }

    private static WeeklySummary in(SummaryHeader header, WeeklySummary week) {
        return SummaryBuilder.like(week).header(header).summary();
    }
}
