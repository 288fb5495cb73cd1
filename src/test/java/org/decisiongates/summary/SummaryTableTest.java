package org.decisiongates.summary;

import static org.decisiongates.fixture.OpenItemBuilder.anOpenItem;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.junit.Test;

import org.decisiongates.fixture.Summaries;
import org.decisiongates.fixture.SummaryBuilder;
import org.decisiongates.issue.ImpactLine.Direction;
import org.decisiongates.metric.Listing;

public class SummaryTableTest {

    @Test
    public void namesColumnsAsTheReplyNamesMembers() {
        assertEquals("key,summary,phase,owner,ownerActive,due,overdue,ageDays,fallback,customerFacing,escalated,ownerUser,impact,lead\r\n",
                csv("blockers", Summaries.empty()));
        assertEquals("kind,key,summary,rule,who,by\r\n", csv("asks", Summaries.empty()));
    }

    @Test
    public void writesARowInFull() {
        OpenItem item = anOpenItem().key("SHOP-7").summary("Gateway, \"late\"").in("Open").ownedBy("Maya").open(3).fallback("x".repeat(500))
                .item().ownedBy(Optional.of("maya"))
                .expecting(List.of(new ExpectedImpact("Conversion", "%", Direction.UP, new BigDecimal("-0.30")),
                        new ExpectedImpact("Calls", "", Direction.DOWN, BigDecimal.TEN)));
        assertEquals("SHOP-7,\"Gateway, \"\"late\"\"\",Open,Maya,true,,false,3," + "x".repeat(500)
                + ",false,false,maya,Conversion -0.30 %; Calls 10,\r\n", row(blockers(item, 1)));
    }

    @Test
    public void letsNothingThatPeopleTypedRunInASpreadsheet() {
        for (String typed : List.of("=cmd|' /C calc'!A0", "+1", "-1+1", "@SUM(A1)", "\t=1", " =1", "\uFF1D1")) {
            String row = row(blockers(anOpenItem().key("SHOP-7").summary(typed).item(), 1));
            assertTrue(row, row.startsWith("SHOP-7,'") || row.startsWith("SHOP-7,\"'"));
        }
    }

    @Test
    public void saysHowManyMoreThereAre() {
        assertTrue(csv("blockers", blockers(anOpenItem().key("SHOP-7").item(), 5)).endsWith("\r\nmore,4\r\n"));
    }

    @Test
    public void hasNoTableOfWhatIsNotKnown() {
        for (String name : List.of("risks", "changes", "series")) {
            assertEquals(name, Optional.empty(), SummaryTable.named(name).orElseThrow().csv(Summaries.empty()));
            assertEquals(name, Optional.empty(), SummaryTable.named(name).orElseThrow().json(Summaries.empty()));
        }
        assertEquals("key,summary,risk,state,who,until\r\n", csv("risks", Summaries.empty().with(Listing.of(List.<RiskItem>of()))));
        assertEquals(Optional.empty(), SummaryTable.named("scope"));
    }

    @Test
    public void writesEveryTableOfEverySummary() throws Exception {
        AnySummary any = new AnySummary(13);
        for (int i = 0; i < 100; i++) {
            WeeklySummary summary = any.next();
            for (SummaryTable<?> table : SummaryTable.ALL) {
                table.csv(summary).ifPresent(csv -> assertFalse(table.name() + ": " + csv, csv.contains("Optional[")));
                table.json(summary).ifPresent(json -> assertTrue(json, json.startsWith("{\"total\":")));
            }
        }
    }

    private static String csv(String name, WeeklySummary summary) {
        return SummaryTable.named(name).orElseThrow().csv(summary).orElseThrow();
    }

    /** The first row. */
    private static String row(WeeklySummary summary) {
        String csv = csv("blockers", summary);
        return csv.substring(csv.indexOf("\r\n") + 2);
    }

    private static WeeklySummary blockers(OpenItem item, long total) {
        return SummaryBuilder.like(Summaries.empty()).blockers(new Listing<>(List.of(item), total)).summary();
    }
}
