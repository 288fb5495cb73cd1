package org.decisiongates.summary;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.Test;

import org.decisiongates.fixture.Summaries;
import org.decisiongates.fixture.SummaryBuilder;
import org.decisiongates.json.UnreadableJsonException;
import org.decisiongates.metric.Listing;

public class SummaryJsonTest {

    private static final String V1 = "{\"projectKey\":\"SHOP\",\"projectName\":\"Storefront\",\"zone\":\"Europe/Berlin\","
            + "\"week\":\"2026-W47\","
            + "\"asOf\":\"2026-11-20T09:15:00Z\",\"browseUrl\":\"http://localhost:2990/jira/browse/\",\"blockers\":[],\"blockerTotal\":0,"
            + "\"decisions\":[],\"decisionTotal\":0}";

    private static final String EMPTY_TEXT = "{\"scope\":{\"kind\":\"project\",\"text\":\"SHOP\",\"name\":\"Storefront\"},"
            + "\"header\":{\"week\":\"2026-W47\",\"zone\":\"Europe/Berlin"
            + "\",\"asOf\":\"2026-11-20T09:15:00Z\",\"browseUrl\":\"https://jira.example.org/jira/browse/\",\"rebuilt\":false,"
            + "\"enabled\":true,\"part"
            + "ial\":false,\"numbers\":\"current\",\"lists\":{\"blockers\":\"(project = 10000) AND (issuetype = 10001 AND status "
            + "in (1, 10009, 10010)) ORDER BY duedate ASC,"
            + " created ASC\",\"decisions\":\"(project = 10000) AND (issuetype = 10000 AND status in (10001, 10002)) ORDER BY "
            + "duedate ASC, created ASC\"}},"
            + "\"headline\":{\"rule\":\"nothing-to-report\",\"arguments\":[]},\"questions\":[],\"gates\":{\"evaluated"
            + "\":0,\"passed\":0,\"refused\":0,\"failed\":0,\"waived\":0,\"rules\":[]}"
            + Stream.of("blockers", "decisions", "owners", "movement", "closures", "reopened", "figures", "asks", "debt", "waivers")
                    .map(section -> ",\"" + section + "\":{\"total\":0,\"rows\":[]}").collect(Collectors.joining())
            + "}";
    private static final List<String> PIECES = List.of(
            "\"questions\":[{\"name\":\"surfacing-earlier\",\"answer\":\"yes\",\"now\":0.75,\"before\":0.5,\"sample\":8},"
                    + "{\"name\":\"stability-right\",\"answer\":\"not-enough-data\",",
            "\"blockers\":{\"total\":2,\"rows\":[{\"key\":\"SHOP-7\",\"summary\":\"Payment provider refuses 3-D Secure in the "
                    + "test shop\",\"phase\":\"Escalated\",",
            "\"owner\":\"Owner\",\"ownerActive\":true,\"due\":\"2026-11-18\",\"overdue\":true,\"ageDays\":12,\"fallback\":\"Keep "
                    + "the present provider for another month\",",
            "\"customerFacing\":true,\"escalated\":true}",
            "\"owners\":{\"total\":2,\"rows\":[{\"active\":false,\"open\":1,\"overdue\":0,\"issues\":[\"SHOP-4\"]},"
                    + "{\"owner\":\"Lead\",\"active\":true,\"open\":1,\"overdue\":0,\"nextDue\":\"2026-11-27\",",
            "\"movement\":{\"total\":3,\"rows\":[{\"metric\":\"Checkout conversion\",\"unit\":\"%\",\"direction\":\"up\","
                    + "\"now\":1.1,\"before\":1.0,\"added\":-0.5,\"closed\":0,\"reestimated\":0.6,",
            "\"closures\":{\"total\":2,\"rows\":[{\"key\":\"SHOP-2\",\"summary\":\"One page or three steps\",\"blocker\":false,"
                    + "\"outcome\":\"DECIDED\",\"by\":\"Owner\",\"on\":\"2026-11-19\","
                    + "\"question\":\"Do returning buyers see one page or three steps?\",\"decided\":\"One page for returning buyers\"}",
            "\"reopened\":{\"total\":1,\"rows\":[{\"key\":\"SHOP-1\",\"summary\":\"Currency of the price list\","
                    + "\"blocker\":false,\"by\":\"Stakeholder\",\"on\":\"2026-11-18\"}]}",
            "\"gates\":{\"evaluated\":40,\"passed\":33,\"refused\":5,\"failed\":1,\"waived\":1,\"rules\":["
                    + "{\"rule\":\"has-owner\",\"count\":4},{\"rule\":\"has-fallback\",\"count\":2}]}",
            "\"figures\":{\"total\":7,\"rows\":[{\"metric\":\"pilot-decision-velocity\",\"value\":1.5,",
            "{\"metric\":\"blocker-surfacing-lead\",\"value\":0.75,\"sample\":8,\"enough\":true,\"before\":0.5,"
                    + "\"secondaryFigures\":{\"early-share\":0.625},",
            "\"asks\":{\"total\":5,\"rows\":[{\"kind\":\"resolve-overdue\",\"key\":\"SHOP-7\",\"summary\":\"Payment provider "
                    + "refuses 3-D Secure in the test shop\","
                    + "\"who\":\"Owner\"}",
            "{\"kind\":\"decide-on-a-waiver\",\"key\":\"SHOP-5\",\"summary\":\"Guest checkout or account first\","
                    + "\"rule\":\"has-fallback\",\"who\":\"Release leads, approvers\",\"by\":\"2026-11-23\"}",
            "{\"kind\":\"settle-gate-debt\",\"key\":\"SHOP-6\",\"summary\":\"Gift cards at launch\","
                    + "\"rule\":\"has-acceptance-criteria\",\"who\":\"Lead\",\"by\":\"2026-11-27\"}",
            "\"debt\":{\"total\":3,\"rows\":[{\"key\":\"SHOP-6\",\"summary\":\"Gift cards at launch\","
                    + "\"rule\":\"has-acceptance-criteria\",\"cause\":\"edited-away\",\"since\":\"2026-11-11\","
                    + "\"ageDays\":9,\"owner\":\"Lead\",\"ownerActive\":true,\"due\":\"2026-11-27\"}",
            "\"waivers\":{\"total\":3,\"rows\":[{\"key\":\"SHOP-5\",\"summary\":\"Guest checkout or account first\","
                    + "\"rule\":\"has-fallback\",\"state\":\"asked\","
                    + "\"reason\":\"The vendor answers on Monday\",\"by\":\"Lead\",\"lastDay\":\"2026-11-23\","
                    + "\"deciders\":[\"Release leads\",\"approvers\"]}");

    private final WeeklySummary example = Summaries.typical();
    private final String text = SummaryJson.write(example);

    @Test
    public void readsWhatItWrote() throws Exception {
        AnySummary any = new AnySummary(20261122);
        for (int i = 0; i < 500; i++) {
            WeeklySummary summary = any.next();

            assertEquals(summary, SummaryJson.read(SummaryJson.write(summary)));
        }
    }

    @Test
    public void survivesTheWayThroughUtf8() throws Exception {
        AnySummary any = new AnySummary(7);
        for (int i = 0; i < 200; i++) {
            WeeklySummary summary = any.next();
            byte[] sent = SummaryJson.write(summary).getBytes(StandardCharsets.UTF_8);

            assertEquals(summary, SummaryJson.read(new String(sent, StandardCharsets.UTF_8)));
        }
    }

    @Test
    public void readsTheSamplesItWrote() throws Exception {
        for (WeeklySummary summary : List.of(example, Summaries.empty(), Summaries.hostile())) {
            assertEquals(summary, SummaryJson.read(SummaryJson.write(summary)));
        }
    }

    @Test
    public void keepsItsMemberNames() {
        assertEquals(EMPTY_TEXT, SummaryJson.write(Summaries.empty()));
        for (String piece : PIECES) {
            assertTrue(piece + " expected in " + text, text.contains(piece));
        }
    }

    @Test
    public void readsWhatAJiraSaysThatTellsNothingOfDebt() throws Exception {
        String older = text.substring(0, text.indexOf(",\"debt\":")) + "}";

        assertEquals(SummaryBuilder.like(example).debt(Optional.empty()).waivers(Optional.empty()).summary(), SummaryJson.read(older));
        assertEquals(older, SummaryJson.write(SummaryJson.read(older)));
    }

    @Test
    public void ignoresMembersItDoesNotKnow() throws Exception {
        String grown = text.replace("{\"key\"", "{\"effect\":[{\"metric\":{\"unit\":null}},1.5],\"key\"")
                .replaceFirst("\\{", "{\"snapshot\":{\"hash\":\"0a\",\"rows\":[[],{}]},");

        assertEquals(example, SummaryJson.read(grown));
        assertEquals(example, SummaryJson.read(text.replaceFirst("\\{", "{\"new\":[1e999,-0,1e-2147483649,{}],")));
    }

    @Test
    public void refusesAMemberThatIsThereTwice() {
        refusal(text.replaceFirst("\\{", "{\"scope\":{\"kind\":\"project\",\"text\":\"SHOP\",\"name\":\"Storefront\"},"));
        refusal(text.replaceFirst("\\{", "{\"new\":1,\"new\":1,"));
    }

    @Test
    public void takesNullForNotSet() throws Exception {
        OpenItem item = SummaryJson
                .read(text.replace("\"owner\":\"Owner\"", "\"owner\":null").replace("\"due\":\"2026-11-18\"", "\"due\":null"))
                .blockers().rows().get(0);

        assertEquals(Optional.empty(), item.owner());
        assertEquals(Optional.empty(), item.due());
        assertEquals(Map.of(),
                SummaryJson.read(text.replace("\"early-share\":0.625", "\"early-share\":null")).figures().rows().get(3).secondaryFigures());
    }

    @Test
    public void readsWhatAJiraSaysThatKnowsOfNoLists() throws Exception {
        WeeklySummary read = SummaryJson.read(text.replaceFirst("\"lists\":", "\"gone\":"));
        assertEquals(OpenQueries.NONE, read.header().lists());
        assertEquals(example.blockers(), read.blockers());
    }

    @Test
    public void namesEveryMissingMember() {
        for (String member : List.of("scope", "kind", "text", "name", "header", "week", "zone", "asOf", "browseUrl", "rebuilt", "enabled",
                "partial", "numbers",
                "headline", "rule", "arguments", "questions", "answer", "sample", "blockers", "decisions", "owners", "movement", "closures",
                "reopened",
                "gates", "figures", "asks", "total", "rows", "key", "summary", "phase", "ownerActive", "overdue", "ageDays", "fallback",
                "customerFacing",
                "escalated", "active", "open", "issues", "metric", "unit", "direction", "added", "closed", "reestimated", "confidence",
                "issueTotal", "blocker", "outcome", "on", "evaluated", "passed", "refused", "failed", "waived", "rules", "count", "enough",
                "secondaryFigures")) {
            String broken = text.replaceFirst("\"" + member + "\":", "\"gone\":");

            assertTrue(member, refusal(broken).contains("member " + member + " is missing"));
        }
    }

    @Test
    public void saysWhereAMemberIsWrong() {
        assertEquals("member due of blockers.rows[0] is not a date", refusal(text.replace("2026-11-18", "18.11.")));
        assertEquals("member zone of header is not a time zone", refusal(text.replace("Europe/Berlin", "Nowhere")));
        assertEquals("member rows[1] of blockers is not an object",
                refusal(text.replace("},{\"key\":\"SHOP-9\"", "},7,{\"key\":\"SHOP-9\"")));
        assertEquals("member direction of movement.rows[0] is not one of the words this version knows",
                refusal(text.replaceFirst("\"direction\":\"up\"", "\"direction\":\"UP\"")));
        assertEquals("member early-share of figures.rows[3].secondaryFigures is not a number", refusal(text.replace("0.625", "\"0.625\"")));
        for (String number : List.of("1e999", "-1e-999", "1E+2147483647", "1e-2147483649", "1e99999999999999999999",
                "0.12345678901234567890123456789012345")) {
            assertEquals("member now of movement.rows[0] is not a number", refusal(text.replace("\"now\":1.1", "\"now\":" + number)));
        }
        assertEquals("member arguments[0] of headline is not a whole number that counts something",
                refusal(text.replace("[1,2,1,0]", "[-1]")));
        assertEquals("member total of blockers is not the number of its rows or more",
                refusal(text.replace("\"blockers\":{\"total\":2", "\"blockers\":{\"total\":1")));
    }

    @Test
    public void saysThatTheFirstShapeIsNoSummary() {
        assertEquals("member blockers of the summary is not an object", refusal(V1));
    }

    @Test
    public void refusesValuesNoSummaryHas() {
        for (String broken : List.of(text.replace("\"ageDays\":12", "\"ageDays\":-3"), text.replace("\"ageDays\":12", "\"ageDays\":3.5"),
                text.replace("\"ageDays\":12", "\"ageDays\":1e1"), text.replace("\"ageDays\":12", "\"ageDays\":\"3\""),
                text.replace("\"ageDays\":12", "\"ageDays\":9223372036854775808"),
                text.replace("\"ageDays\":12", "\"ageDays\":" + "9".repeat(5000)),
                text.replace("\"overdue\":true", "\"overdue\":\"no\""), text.replace("\"now\":1.1", "\"now\":1e999"),
                text.replace("\"now\":1.1", "\"now\":1e-2147483649"), text.replace("\"now\":1.1", "\"now\":1e99999999999999999999"),
                text.replace("\"now\":1.1", "\"now\":NaN"), text.replace("\"now\":1.1", "\"now\":0x10"),
                text.replace("\"now\":1.1", "\"now\":01"),
                text.replace("2026-11-20T09:15:00Z", "+1000000000-12-31T23:59:59Z"), text.replace("2026-11-18", "+99999-01-01"),
                text.replaceFirst("\"rows\":\\[", "\"rows\":[1,"), text.replaceFirst("\"rows\":\\[", "\"rows\":[null,"),
                text + "{}", text.substring(0, text.length() - 1), "", "[]", "null", "<html><body>Log in</body></html>",
                "{\"errorMessages\":[]}")) {
            refusal(broken);
        }
    }

    @Test
    public void readsMinusNothingAsNothing() throws Exception {
        assertEquals(0, SummaryJson.read(text.replace("\"ageDays\":12", "\"ageDays\":-0")).blockers().rows().get(0).ageDays());
        assertEquals(0, SummaryJson.read(text.replace("\"now\":1.1", "\"now\":-0.0")).movement().rows().get(0).now().signum());
    }

    @Test
    public void refusesWhatWouldExhaustTheReader() {
        refusal("{\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}");
        refusal("{\"x\":" + "{\"x\":".repeat(60) + "1" + "}".repeat(61));
        refusal("{\"x\":\"" + "a".repeat(20_000) + "\"}");
        refusal("{\"" + "a".repeat(20_000) + "\":1}");
        refusal("{\"x\":[" + "1,".repeat(SummaryJson.MAX_DOCUMENT_LENGTH / 2) + "1]}");
        refusal("{\"x\":[" + "[],".repeat(200_000) + "1]}");
    }

    @Test
    public void readsNoMoreRowsThanAPageShows() throws Exception {
        String row = text.substring(text.indexOf("{\"key\":\"SHOP-7\""), text.indexOf(",{\"key\":\"SHOP-9\""));
        String many = text.replace(row, row + ("," + row).repeat(700)).replace("\"blockers\":{\"total\":2", "\"blockers\":{\"total\":702");

        Listing<OpenItem> blockers = SummaryJson.read(many).blockers();

        assertEquals(WeeklySummary.MAX_ROWS, blockers.rows().size());
        assertEquals(702, blockers.total());
    }

    private static String refusal(String text) {
        return assertThrows(text, UnreadableJsonException.class, () -> SummaryJson.read(text)).getMessage();
    }
}
