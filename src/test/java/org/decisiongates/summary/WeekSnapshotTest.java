package org.decisiongates.summary;

import static org.decisiongates.fixture.ImpactLineBuilder.anImpactLine;
import static org.decisiongates.fixture.OpenItemBuilder.anOpenItem;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.Test;

import org.decisiongates.audit.ChainHead;
import org.decisiongates.fixture.Summaries;
import org.decisiongates.fixture.Tree;
import org.decisiongates.json.UnreadableJsonException;
import org.decisiongates.metric.Contribution;
import org.decisiongates.metric.Figure;
import org.decisiongates.metric.Listing;
import org.decisiongates.metric.OpenTallies;

public class WeekSnapshotTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 18);

    private final WeekSnapshot week = week(7, 4, 9);

    @Test
    public void readsWhatItWrote() throws Exception {
        AnySummary any = new AnySummary(20261122);
        for (int i = 0; i < 500; i++) {
            WeekSnapshot some = any.frozen();
            String text = new String(some.text().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);

            assertEquals(some, WeekSnapshot.of(text));
            assertEquals(some.text(), WeekSnapshot.of(text).text());
        }
    }

    @Test
    public void writesTheSameWeekInTheSameBytes() {
        for (int seed = 0; seed < 20; seed++) {
            List<Long> ids = new ArrayList<>(List.of(7L, 4L, 9L));
            Collections.shuffle(ids, new Random(seed));
            assertEquals(week.text(), week(ids.stream().mapToLong(id -> id).toArray()).text());
        }
    }

    @Test
    public void isWrittenAsDocumented() throws Exception {
        String documented = documented(1);

        assertEquals(documented, WeekSnapshot.of(documented).text());
        for (String list : List.of("blockers", "decisions", "closures", "reopened", "gates", "figures", "impact")) {
            assertTrue(list, documented.contains("\"" + list + "\":"));
        }
        assertTrue(WeekSnapshot.of(documented).isWhole());
    }

    @Test
    public void countsWhatItDoesNotListAsDocumented() throws Exception {
        String text = week.text().substring(0, week.text().length() - 1) + "," + documented(2) + "}";
        WeekSnapshot read = WeekSnapshot.of(text);

        assertEquals(text, read.text());
        assertEquals(260, read.open().decisions().orElseThrow().open());
        assertEquals(Optional.empty(), read.open().blockers());
        assertEquals(OpenTallies.NONE, week.open());
        assertEquals("who sees less is not told how much there was", OpenTallies.NONE, read.trimmed(id -> true).open());
    }

    /** The seal was computed by another program, before weeks had debt and waivers. */
    @Test
    public void readsAndVerifiesAWeekThatWasClosedBeforeDebtWasRecorded() throws Exception {
        String body = documented(1);
        SealedSnapshot stored = new SealedSnapshot("project:10000", "2026-W47", Instant.ofEpochMilli(1_795_392_300_000L), false, body, "",
                "ce91249788207d07cacb39ca2b0c36d601fc4448395f003f8f972152f0a1b0ca");

        assertEquals(Seal.INTACT, Seal.verify(stored, Optional.empty()));
        assertEquals(Optional.empty(), WeekSnapshot.of(body).owed());
        assertEquals("nor how far gates were sealed", Optional.empty(), WeekSnapshot.of(body).chainHead());
        assertEquals("and writes it in the same bytes", body, WeekSnapshot.of(body).text());
        assertEquals(Optional.empty(), WeekSnapshot.of(body).trimmed(id -> true).owed());
    }

    @Test
    public void keepsRisksAndAccountsOfOwnersAndReadsWeeksThatDoNot() throws Exception {
        assertEquals(Optional.empty(), week.risks());
        assertEquals("before risks were kept nothing has to be said of them", List.of(), week.gaps());
        RiskItem risk = new RiskItem("SHOP-7", "Gateway", "The supplier leaves", "open", Optional.of("Maya Brandt"), Optional.empty());
        String text = week.text().replaceFirst("\\}$", ",\"risks\":{\"total\":1,\"rows\":[{\"id\":7,\"row\":{\"key\":\"SHOP-7\","
                + "\"summary\":\"Gateway\",\"risk\":\"The supplier leaves\",\"state\":\"open\",\"who\":\"Maya Brandt\"}}]}}")
                .replaceFirst("\"owner\":", "\"ownerKey\":\"maya\",\"owner\":");
        WeekSnapshot read = WeekSnapshot.of(text);
        assertEquals(Optional.of(Listing.of(List.of(new SnapshotEntry<>(7, risk)))), read.risks());
        assertEquals(Optional.of(Listing.of(List.of())), read.trimmed(issue -> issue != 7).risks());
        assertEquals(1, Stream.of(read.blockers(), read.decisions()).flatMap(items -> items.rows().stream())
                .filter(entry -> entry.row().ownerKey().equals(Optional.of("maya"))).count());
        assertEquals(read, WeekSnapshot.of(read.text()));
    }

    @Test
    public void keepsWhatFeedbackAskedOfOwnersAndReadsWeeksThatDoNot() throws Exception {
        assertEquals(Optional.empty(), week.feedback());
        String text = week.text().replaceFirst("\\}$",
                ",\"feedback\":[{\"id\":7,\"row\":{\"key\":\"SHOP-7\",\"counts\":{\"ownerActions\":1,"
                        + "\"disputes\":0,\"met\":2,\"breached\":3}}},{\"id\":8,\"row\":{\"key\":\"SHOP-8\",\"counts\":{\"ownerActions\":0,"
                        + "\"disputes\":1,\"met\":0,\"breached\":0}}}]}");
        WeekSnapshot read = WeekSnapshot.of(text);
        SnapshotEntry<IssueFeedback> seven = new SnapshotEntry<>(7, new IssueFeedback("SHOP-7", new FeedbackCounts(1, 0, 2, 3)));
        assertEquals(2, read.feedback().orElseThrow().size());
        assertEquals(Optional.of(List.of(seven)), read.trimmed(issue -> issue == 7).feedback());
        assertEquals(text, read.text());
    }

    @Test
    public void keepsWhatWaitedForApprovalsAndReadsWeeksThatDoNot() throws Exception {
        assertEquals(Optional.empty(), week.approvals());
        String text = week.text().replaceFirst("\\}$",
                ",\"approvals\":[{\"id\":7,\"row\":{\"key\":\"SHOP-7\",\"counts\":{\"issues\":1,\"pending\":2,\"stale\":3}}},"
                        + "{\"id\":8,\"row\":{\"key\":\"SHOP-8\",\"counts\":{\"issues\":0,\"pending\":0,\"stale\":1}}}]}");
        WeekSnapshot read = WeekSnapshot.of(text);
        SnapshotEntry<IssueApprovalCounts> seven = new SnapshotEntry<>(7, new IssueApprovalCounts("SHOP-7", ApprovalCounts.of(2, 3)));
        assertEquals(2, read.approvals().orElseThrow().size());
        assertEquals(Optional.of(List.of(seven)), read.trimmed(issue -> issue == 7).approvals());
        assertEquals(text, read.text());
    }

    @Test
    public void saysThatThereMayBeMoreRisksWhereNotAllIsListed() {
        WeekSnapshot cut = new WeekSnapshot(week.zone(), new Listing<>(week.blockers().rows(), 300), week.decisions(), week.closures(),
                week.reopened(), week.gates(), week.figures(), week.impact(), week.open(), week.owed(), week.chainHead(),
                Optional.of(Listing.of(List.of())), Optional.empty(), Optional.empty());
        assertEquals(List.of(SummaryHeader.Gap.RISKS_AT_LEAST), cut.gaps());
        assertEquals(List.of(SummaryHeader.Gap.RISKS_AT_LEAST), cut.gapsWhereTrimmed());
    }

    @Test
    public void keepsWhatWasDecidedAndReadsWeeksThatDoNotSayIt() throws Exception {
        String before = documented(1);
        assertEquals(Optional.empty(), closure(before).question());
        assertEquals(Optional.empty(), closure(before).decided());

        String said = before.replace("\"on\":\"2026-11-19\"}",
                "\"on\":\"2026-11-19\",\"question\":\"One page?\",\"decided\":\"One page\"}");
        assertEquals(Optional.of("One page?"), closure(said).question());
        assertEquals(Optional.of("One page"), closure(said).decided());
        assertEquals(said, WeekSnapshot.of(said).text());
    }

    @Test
    public void namesTheSuccessorOfADecisionOnlyToThoseWhoMaySeeIt() throws Exception {
        String said = documented(1).replace("\"on\":\"2026-11-19\"}",
                "\"on\":\"2026-11-19\",\"successor\":{\"id\":10009,\"key\":\"SHOP-9\"}}");
        WeekSnapshot read = WeekSnapshot.of(said);

        assertEquals(said, read.text());
        assertEquals(Optional.of(new Closure.IssueName(10009, "SHOP-9")), closure(said).successor());
        assertEquals(closure(said), read.trimmed(id -> true).closures().rows().get(0).row());
        assertEquals(closure(documented(1)), read.trimmed(id -> id != 10009).closures().rows().get(0).row());
    }

    private static Closure closure(String week) throws Exception {
        return WeekSnapshot.of(week).closures().rows().get(0).row();
    }

    @Test
    public void recordsWhatIsOwedAndWaivedAsDocumented() throws Exception {
        String text = week.text().substring(0, week.text().length() - 1) + "," + documented(3) + "}";
        WeekSnapshot read = WeekSnapshot.of(text);

        assertEquals(text, read.text());
        DebtAndWaivers owed = read.owed().orElseThrow();
        assertEquals("edited-away", owed.debt().rows().get(0).row().cause());
        assertEquals(LocalDate.of(2026, 11, 30), owed.waivers().rows().get(0).row().lastDay());
        DebtAndWaivers seen = read.trimmed(id -> id != 10_007).owed().orElseThrow();
        assertEquals(new Listing<>(List.of(), 0), seen.debt());
        assertEquals(owed.waivers(), seen.waivers());
        assertEquals("all of it was kept, so the totals are right", List.of(), read.gapsWhereTrimmed());
        assertEquals("of 101 one is kept, and it is not told how many of the others were visible", List.of(SummaryHeader.Gap.DEBT_AT_LEAST),
                WeekSnapshot.of(text.replace("\"debt\":{\"total\":1", "\"debt\":{\"total\":101")).gapsWhereTrimmed());
        assertEquals(List.of(SummaryHeader.Gap.WAIVERS_AT_LEAST),
                WeekSnapshot.of(text.replace("\"waivers\":{\"total\":1", "\"waivers\":{\"total\":101")).gapsWhereTrimmed());
        assertThrows(UnreadableJsonException.class, () -> WeekSnapshot.of(text.replace("\"debt\":{\"total\":1", "\"debt\":{\"total\":0")));
    }

    @Test
    public void holdsTheHeadOfTheChainAsDocumented() throws Exception {
        String text = week.text().substring(0, week.text().length() - 1) + "," + documented(4) + "}";
        WeekSnapshot read = WeekSnapshot.of(text);

        assertEquals(text, read.text());
        assertEquals(Optional.of(new ChainHead(57, "5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8",
                Instant.parse("2026-11-22T22:41:07.512Z"))), read.chainHead());
        assertEquals("who sees less has no use for it", Optional.empty(), read.trimmed(id -> true).chainHead());
    }

    private static String documented(int block) {
        String page = Tree.text(Tree.ROOT.resolve("docs/weekly-summary-rules.md"));
        int start = -1;
        for (int found = 0; found < block; found++) {
            start = page.indexOf("```json\n", start + 1);
        }
        return page.substring(start + 8, page.indexOf("```", start + 8)).lines().map(String::strip).reduce("", String::concat);
    }

    @Test
    public void leavesAReaderOnlyWhatHeMayBrowse() {
        WeekSnapshot seen = week.trimmed(id -> id != 4);

        assertEquals(List.of("SHOP-7", "SHOP-9"), seen.blockers().map(SnapshotEntry::row).rows().stream().map(OpenItem::key).toList());
        assertEquals(List.of(2L, 2L, 2L, 2L),
                Stream.of(seen.blockers(), seen.decisions(), seen.closures(), seen.reopened()).map(Listing::total).toList());
        assertEquals(List.of("line-7", "line-9"), seen.impact().rows().stream().map(Contribution::lineId).toList());
        assertTrue(seen.impact().isWhole());
        assertEquals(List.of(), seen.figures());
        assertEquals(0, seen.gates().evaluated());
    }

    @Test
    public void showsNothingOfAHiddenIssue() {
        AnySummary any = new AnySummary(9);
        for (int i = 0; i < 200; i++) {
            WeekSnapshot some = any.frozen();
            Set<Long> visible = Set.of(10_000L + i % 50, 10_050L + i % 50);
            WeekSnapshot seen = some.trimmed(visible::contains);

            assertTrue(Stream.of(seen.blockers(), seen.decisions(), seen.closures(), seen.reopened())
                    .flatMap(section -> section.rows().stream())
                    .allMatch(row -> visible.contains(row.issueId())));
            assertTrue(seen.impact().rows().stream().allMatch(line -> visible.contains(line.issueId())));
            assertEquals(seen, seen.trimmed(visible::contains));
        }
    }

    @Test
    public void knowsWhetherTrimmingLeavesExactTotals() {
        WeekSnapshot capped = new WeekSnapshot("UTC", new Listing<>(week.blockers().rows(), 201), week.decisions(), week.closures(),
                week.reopened(), week.gates(),
                week.figures(), new Listing<>(week.impact().rows(), 4), OpenTallies.NONE, Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty());

        assertTrue(week.isWhole());
        assertFalse(capped.isWhole());
        assertEquals(2, capped.trimmed(id -> id != 4).blockers().total());
        assertFalse("lines that were not kept stay missed", capped.trimmed(id -> true).impact().isWhole());
    }

    @Test
    public void keepsNoMoreThanItCanRead() throws Exception {
        List<Contribution> lines = LongStream.range(0, 12_000).mapToObj(id -> line(id, "0.5")).toList();
        WeekSnapshot large = WeekSnapshot.of(frozen(LongStream.range(0, 300).boxed().toList(), new Listing<>(lines, 12_000)).text());

        assertEquals(200, large.blockers().rows().size());
        assertEquals(300, large.blockers().total());
        assertEquals(10_000, large.impact().rows().size());
        assertFalse(large.impact().isWhole());
    }

    @Test
    public void countsALineThatCannotBeWrittenOutAndDoesNotKeepIt() throws Exception {
        Listing<Contribution> lines = new Listing<>(
                List.of(line(1, "1e999"), line(2, "0." + "1".repeat(40)), line(3, "1e-99"), line(4, "0.5")), 4);
        WeekSnapshot read = WeekSnapshot.of(frozen(List.of(), lines).text());

        assertEquals(List.of(4L), read.impact().rows().stream().map(Contribution::issueId).toList());
        assertFalse(read.impact().isWhole());
    }

    @Test
    public void canAlwaysBeReadAgain() throws Exception {
        OpenItem odd = anOpenItem().summary("\ud83d\u0000".repeat(20_000)).in("").ownedByFormer("").due(LocalDate.of(12_025, 1, 1))
                .open(Long.MAX_VALUE).item();
        WeekSnapshot read = WeekSnapshot
                .of(new WeekSnapshot("UTC", new Listing<>(List.of(new SnapshotEntry<>(1, odd), new SnapshotEntry<>(1, odd)), 0),
                        week.decisions(),
                        week.closures(), week.reopened(), week.gates(), week.figures(), week.impact(), week.open(), Optional.empty(),
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())
                        .text());

        assertEquals(2, read.blockers().total());
        assertEquals(Optional.empty(), read.blockers().rows().get(0).row().due());
    }

    @Test
    public void refusesWhatIsNoWeek() {
        String text = week.text();
        for (String broken : List.of("", "{}", "[]", text.replace("\"version\":1", "\"version\":2"),
                text.replace("\"zone\":\"UTC\"", "\"zone\":\"Moon\""),
                text.replace("\"id\":7", "\"id\":-7"), text.replace("\"impact\"", "\"lines\""), text.substring(1), "[".repeat(100_000),
                "{\"version\":" + "9".repeat(1000) + "}")) {
            assertThrows(UnreadableJsonException.class, () -> WeekSnapshot.of(broken));
        }
    }

    private static WeekSnapshot week(long... ids) {
        List<Long> all = LongStream.of(ids).boxed().toList();
        return frozen(all, new Listing<>(all.stream().map(id -> line(id, "0.5")).toList(), all.size()));
    }

    private static WeekSnapshot frozen(List<Long> ids, Listing<Contribution> impact) {
        Map<String, BigDecimal> secondaryFigures = new HashMap<>();
        ids.stream().limit(3).forEach(id -> secondaryFigures.put("secondary-" + id, BigDecimal.valueOf(id)));
        Figure figure = new Figure("reopen-rate", Optional.of(new BigDecimal("0.125")), 16, true, Optional.empty(), secondaryFigures,
                List.of("SHOP-1"), 2);
        return new WeekSnapshot("UTC", listed(ids, Summaries.typical().blockers().rows().get(0)),
                listed(ids, Summaries.typical().decisions().rows().get(0)),
                Listing.of(ids.stream()
                        .map(id -> new SnapshotEntry<>(id,
                                new Closure("SHOP-" + id, "Closed", false, "DECIDED", Optional.empty(), DAY.plusDays(id % 7),
                                        Optional.empty(), Optional.empty(), Optional.empty())))
                        .toList()),
                Listing.of(
                        ids.stream()
                                .map(id -> new SnapshotEntry<>(id, new Reopening("SHOP-" + id, "Open again", false, Optional.empty(), DAY)))
                                .toList()),
                new GateTally(1, 1, 0, 0, 0, List.of()), List.of(figure), impact, OpenTallies.NONE, Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Listing<SnapshotEntry<OpenItem>> listed(List<Long> ids, OpenItem item) {
        return Listing.of(ids
                .stream().map(id -> new SnapshotEntry<>(id,
                        new OpenItem("SHOP-" + id, item.summary(), item.phase(), item.owner(), item.ownerActive(),
                                item.due(), item.overdue(), item.ageDays(), item.fallback(), item.customerFacing(), item.escalated())))
                .toList());
    }

    private static Contribution line(long id, String confidence) {
        return new Contribution(id, "SHOP-" + id, "line-" + id,
                anImpactLine().from(BigDecimal.ONE).to(BigDecimal.TEN).confidence(confidence).line());
    }
}
