package org.decisiongates.summary;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.Test;

public class SummaryJsonTest {

    private static final List<String> PIECES = List.of("", " ", "Checkout", "'\"<script>alert(1)</script>", "\\\"}]", "\u0000\u001f\n\t",
            "\ud83d\ude80", "\ud83d", "\ude80", "\u202e\u05e9\u05dc\u05d5\u05dd", "\u0627\u0644\u0642\u0631\u0627\u0631", "\u2028\u2029",
            "&amp;", "$view.secret ${i18n}", "#set($x = 1)", "\ufeff\uffff", "日本語");

    private final WeeklySummary example = new WeeklySummary("SHOP", "Storefront", "Europe/Berlin", "2026-W47",
            Instant.parse("2026-11-20T09:15:00Z"), "http://localhost:2990/jira/browse/",
            List.of(new OpenItem("SHOP-7", "Payment provider", "Open", Optional.of("owner"), true,
                    Optional.of(LocalDate.of(2026, 11, 24)), false, 3, "Keep the old provider", true)), 1, List.of(), 0);

    @Test
    public void readsWhatItWrote() throws Exception {
        Random random = new Random(20261122);
        for (int i = 0; i < 500; i++) {
            WeeklySummary summary = anySummary(random);

            assertEquals(summary, SummaryJson.read(SummaryJson.write(summary)));
        }
    }

    @Test
    public void survivesTheWayThroughUtf8() throws Exception {
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            WeeklySummary summary = anySummary(random);
            byte[] sent = SummaryJson.write(summary).getBytes(StandardCharsets.UTF_8);

            assertEquals(summary, SummaryJson.read(new String(sent, StandardCharsets.UTF_8)));
        }
    }

    @Test
    public void keepsItsMemberNames() {
        assertEquals("{\"projectKey\":\"SHOP\",\"projectName\":\"Storefront\",\"zone\":\"Europe/Berlin\",\"week\":\"2026-W47\","
                + "\"asOf\":\"2026-11-20T09:15:00Z\",\"browseUrl\":\"http://localhost:2990/jira/browse/\","
                + "\"blockers\":[{\"key\":\"SHOP-7\",\"summary\":\"Payment provider\",\"phase\":\"Open\",\"owner\":\"owner\","
                + "\"ownerActive\":true,\"due\":\"2026-11-24\",\"overdue\":false,\"ageDays\":3,"
                + "\"fallback\":\"Keep the old provider\",\"customerFacing\":true}],\"blockerTotal\":1,"
                + "\"decisions\":[],\"decisionTotal\":0}", SummaryJson.write(example));
    }

    @Test
    public void ignoresMembersItDoesNotKnow() throws Exception {
        String grown = SummaryJson.write(example)
                .replace("{\"key\"", "{\"impact\":[{\"metric\":{\"unit\":null}},1.5],\"key\"")
                .replaceFirst("\\{", "{\"snapshot\":{\"hash\":\"0a\",\"rows\":[[],{}]},");

        assertEquals(example, SummaryJson.read(grown));
    }

    @Test
    public void takesNullForNotSet() throws Exception {
        String text = SummaryJson.write(example).replace("\"owner\":\"owner\"", "\"owner\":null").replace("\"due\":\"2026-11-24\"", "\"due\":null");

        OpenItem item = SummaryJson.read(text).blockers().get(0);

        assertEquals(Optional.empty(), item.owner());
        assertEquals(Optional.empty(), item.due());
    }

    @Test
    public void namesEveryMissingMember() {
        for (String member : List.of("projectKey", "projectName", "zone", "week", "asOf", "browseUrl", "blockers", "blockerTotal", "decisions",
                "decisionTotal", "key", "summary", "phase", "ownerActive", "overdue", "ageDays", "fallback", "customerFacing")) {
            String text = SummaryJson.write(example).replaceFirst("\"" + member + "\":", "\"gone\":");

            assertTrue(member, refusal(text).contains("member " + member + " is missing"));
        }
    }

    @Test
    public void saysWhereAMemberIsWrong() {
        assertEquals("member due of blockers[0] is not a date", refusal(SummaryJson.write(example).replace("2026-11-24", "24.11.")));
        assertEquals("member zone of the summary is not a time zone", refusal(SummaryJson.write(example).replace("Europe/Berlin", "Nowhere")));
    }

    @Test
    public void refusesValuesNoSummaryHas() {
        String text = SummaryJson.write(example);
        for (String broken : List.of(text.replace("\"ageDays\":3", "\"ageDays\":-3"), text.replace("\"ageDays\":3", "\"ageDays\":3.5"),
                text.replace("\"ageDays\":3", "\"ageDays\":\"3\""), text.replace("\"ageDays\":3", "\"ageDays\":99999999999999999999"),
                text.replace("\"ageDays\":3", "\"ageDays\":" + "9".repeat(5000)), text.replace("\"overdue\":false", "\"overdue\":\"no\""),
                text.replace("2026-11-20T09:15:00Z", "+1000000000-12-31T23:59:59Z"), text.replace("2026-11-24", "+99999-01-01"),
                text.replace("\"blockers\":[{", "\"blockers\":[1,{"), text.replace("\"decisions\":[]", "\"decisions\":{}"),
                text + "{}", text.substring(0, text.length() - 1), "", "[]", "null", "<html><body>Log in</body></html>", "{\"errorMessages\":[]}")) {
            refusal(broken);
        }
    }

    @Test
    public void refusesWhatWouldExhaustTheReader() {
        refusal("{\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}");
        refusal("{\"x\":" + "{\"x\":".repeat(60) + "1" + "}".repeat(61));
        refusal("{\"x\":\"" + "a".repeat(20_000) + "\"}");
        refusal("{\"" + "a".repeat(20_000) + "\":1}");
        refusal("{\"x\":[" + "1,".repeat(SummaryJson.LONGEST_DOCUMENT / 2) + "1]}");
    }

    @Test
    public void cutsAnEssayWithoutHalvingACharacter() throws Exception {
        OpenItem essay = new OpenItem("SHOP-8", "a" + "\ud83d\ude80".repeat(500_000), "Open", Optional.empty(), false, Optional.empty(), false, 0,
                "b".repeat(1_000_000), false);
        WeeklySummary summary = new WeeklySummary("SHOP", "Storefront", "UTC", "2026-W47", example.asOf(), example.browseUrl(), List.of(essay), 1,
                List.of(), 0);

        OpenItem read = SummaryJson.read(SummaryJson.write(summary)).blockers().get(0);

        assertEquals("a" + "\ud83d\ude80".repeat(149) + "…", read.summary());
        assertEquals("b".repeat(SummaryJson.LONGEST_TEXT - 1) + "…", read.fallback());
    }

    @Test
    public void keepsTheLargestSummaryUnderItsOwnLimit() throws Exception {
        OpenItem worst = new OpenItem("VERYLONGKEY-1234567", "語".repeat(5_000), "語".repeat(60), Optional.of("語".repeat(255)), true,
                Optional.of(LocalDate.of(2026, 11, 24)), true, 99_999, "語".repeat(5_000), true);
        List<OpenItem> rows = java.util.Collections.nCopies(200, worst);
        String text = SummaryJson.write(new WeeklySummary("SHOP", "Storefront", "UTC", "2026-W47", example.asOf(), example.browseUrl(), rows, 200,
                rows, 200));

        assertTrue(text.getBytes(StandardCharsets.UTF_8).length < SummaryJson.LONGEST_DOCUMENT);
        assertEquals(200, SummaryJson.read(text).decisions().size());
    }

    private static String refusal(String text) {
        return assertThrows(UnreadableSummaryException.class, () -> SummaryJson.read(text)).getMessage();
    }

    private static WeeklySummary anySummary(Random random) {
        List<OpenItem> blockers = anyItems(random);
        List<OpenItem> decisions = anyItems(random);
        return new WeeklySummary(anyText(random), anyText(random), random.nextBoolean() ? "Asia/Kolkata" : "UTC", anyText(random),
                Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000)), anyText(random),
                blockers, blockers.size() + random.nextInt(3), decisions, random.nextLong() & Long.MAX_VALUE);
    }

    private static List<OpenItem> anyItems(Random random) {
        List<OpenItem> items = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            items.add(new OpenItem(anyText(random), anyText(random), anyText(random),
                    random.nextBoolean() ? Optional.of(anyText(random)) : Optional.empty(), random.nextBoolean(),
                    random.nextBoolean() ? Optional.of(LocalDate.ofEpochDay(random.nextInt(40_000))) : Optional.empty(), random.nextBoolean(),
                    random.nextInt(Integer.MAX_VALUE), anyText(random), random.nextBoolean()));
        }
        return items;
    }

    private static String anyText(Random random) {
        return random.ints(random.nextInt(6), 0, PIECES.size()).mapToObj(PIECES::get).collect(Collectors.joining());
    }
}
