package org.decisiongates.takeout;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.junit.Test;

import org.decisiongates.fixture.GoldenHtml;

public class TakeOutZipTest {

    private static final Instant MONDAY = Instant.parse("2026-11-16T08:00:00Z");

    @Test
    public void makesADecisionRecordOfADecision() {
        GoldenHtml.keeps("takeout/decision.typical.md", files(typical()).get("decisions/SHOP-8.md"));
    }

    @Test
    public void takesForTheOutcomeWhatIsRecordedWhereNobodySaidIt() {
        String markdown = files(project(decision("SHOP-8", "Which provider?", Map.of()))).get("decisions/SHOP-8.md");
        assertTrue(markdown, markdown.contains("\n## Decision Outcome\n\nChosen option: Acme, because Cheaper.\n"));
    }

    @Test
    public void keepsTypedTextsText() {
        String text = GoldenHtml.HOSTILE + "\n# heading\n[a](javascript:alert(1))";
        Map<String, String> files = files(project(decision("SHOP-8", text, Map.of("question", text, "owner", text, "trade-offs", text))));

        String markdown = files.get("decisions/SHOP-8.md");
        assertFalse(markdown, markdown.replaceAll("\\\\[<>\\[\\]#]", "").matches("(?s).*(<inj|<scr|<img|\\]\\(java|\n# heading).*"));
        assertEquals(markdown, 11, markdown.lines().filter(line -> line.startsWith("#")).count());
        assertTrue(files.get("issues.csv"), files.get("issues.csv").contains("\"'\"\">"));
    }

    @Test
    public void makesTheSameBytesOfTheSame() throws Exception {
        byte[] once = bytes(typical());
        assertArrayEquals(once, bytes(typical()));
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(once), StandardCharsets.UTF_8)) {
            Map<String, LocalDateTime> entries = new LinkedHashMap<>();
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), entry.getTimeLocal());
            }
            assertEquals(List.of("decisions/SHOP-8.md", "gates.csv", "impact.csv", "issues.csv", "links.csv", "records.csv",
                    "waivers.csv", "policies/decision.json", "take-out.json", "weeks/2026-W47.html", "manifest.json"),
                    List.copyOf(entries.keySet()));
            assertEquals(List.of(LocalDateTime.of(1980, 2, 1, 0, 0)), entries.values().stream().distinct().toList());
        }
    }

    @Test
    public void makesTablesAndJson() {
        Map<String, String> files = files(typical());
        assertEquals("issue,id,metric,unit,direction,baseline,expected,confidence,check,actual\r\n"
                + "SHOP-8,4,Calls,,,100,80,,,\r\n", files.get("impact.csv"));
        assertEquals("issue,number,policy,rule,field,until,state,actor,at,reason\r\n"
                + "SHOP-8,1,decision,has-due-date,duedate,2026-11-16T08:00:00Z,ASKED,ann,2026-11-16T08:00:00Z,soon\r\n",
                files.get("waivers.csv"));
        assertEquals(
                "issue,type,description,outward,linked\r\nSHOP-8,Blocks,blocks,true,SHOP-9\r\nSHOP-8,Relates,relates to,false,OPS-1\r\n",
                files.get("links.csv"));
        assertEquals("issue,at,transition,actor,source,policy,version,gate,outcome,failed\r\n"
                + "SHOP-8,2026-11-16T08:00:00Z,Decide,ann,SCREEN,decision,3,decide,REFUSED,has-owner has-due-date\r\n",
                files.get("gates.csv"));
        GoldenHtml.keeps("takeout/take-out.typical.json", files.get("take-out.json"));
    }

    @Test
    public void putsEachOfSeveralProjectsIntoAFolder() throws Exception {
        TakeOutPart policy = TakeOutPart.ofPolicies("", List.of(new PolicyDocument("policies-of-all-projects/decision.json", "{}")));
        TakenProject head = head("SHOP");
        Map<String, String> files = files(new Taking(new TakeOut(true, 1, 2, List.of(
                new TakeOut.Taken(head, 1, 2, Optional.of(MONDAY), 1, 0), new TakeOut.Taken(head("OPS"), 2, 2, Optional.empty(), 0, 0))),
                List.of(policy, part(decision("SHOP-8", "Which provider?", Map.of())))));

        assertTrue(files.keySet().toString(), files.keySet().containsAll(List.of("policies-of-all-projects/decision.json",
                "SHOP/decisions/SHOP-8.md", "SHOP/take-out.json", "OPS/issues.csv", "OPS/take-out.json", "manifest.json")));
        assertEquals(TakeOut.lines(head("OPS")) + "\n", files.get("OPS/take-out.json"));
        assertTrue(files.get("manifest.json"), files.get("manifest.json").contains("\"hiddenProjects\" : 1"));
    }

    @Test
    public void writesTheSameHoweverTheIssuesAreSpreadOverParts() throws Exception {
        TakenIssue one = decision("SHOP-8", "Which provider?", Map.of());
        TakenIssue other = decision("SHOP-9", "Which bank?", Map.of());
        Taking together = project(one, other);
        Taking apart = new Taking(new TakeOut(false, 0, 2, List.of(new TakeOut.Taken(head("SHOP"), 0, 2, Optional.of(MONDAY), 2, 1))),
                List.of(part(one), TakeOutPart.of("SHOP", List.of(other), Map.of(), 9)));
        assertEquals(files(together).get("take-out.json"), files(apart).get("take-out.json"));
        assertEquals(files(together).keySet(), files(apart).keySet());
    }

    @Test
    public void storesItsPartsAsJson() throws Exception {
        TakeOutPart part = typical().parts().get(0);
        assertEquals(part, TakeOutPart.read(part.json()));
        String before = part.json().replaceAll("\\s*,\\s*\"reauthenticated\"\\s*:\\s*\\w+", "");
        assertFalse(before.contains("reauthenticated"));
        assertEquals("one that an earlier version began", List.of(Optional.empty(), Optional.empty()),
                TakeOutPart.read(before).issues().get(0).approvals()
                        .orElseThrow().stream().map(TakenApproval::reauthenticated).toList());
        assertEquals(typical().takeOut(), TakeOut.read(typical().takeOut().json()));
    }

    private static Map<String, String> files(Taking taking) {
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes(taking)), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static byte[] bytes(Taking taking) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TakeOutZip.write(taking.takeOut(), taking.parts()::get, out);
        return out.toByteArray();
    }

    /** What was taken out, with its parts. */
    private record Taking(TakeOut takeOut, List<TakeOutPart> parts) {
    }

    private static Taking typical() {
        TakenIssue blocker = new TakenIssue(10_009, "SHOP-9", "blocker", "Provider is slow", "", "Resolving", Optional.empty(),
                Optional.empty(), MONDAY,
                MONDAY, Optional.empty(), Optional.empty(), Map.of(), List.of(), 0, List.of(), List.of(), List.of(), Optional.empty(),
                Optional.empty(),
                List.of());
        return project(decision("SHOP-8", "Which provider?", Map.of("owner", "ann", "question", "Which provider?\n\nWe need one.",
                "trade-offs", "Fewer cards", "outcome", "Acme", "outcome-reason", "Cheaper in two of three years", "rejected-options",
                "Other: too slow")), blocker);
    }

    private static Taking project(TakenIssue... issues) {
        return new Taking(new TakeOut(false, 0, 1,
                List.of(new TakeOut.Taken(head("SHOP"), 0, 1, Optional.of(MONDAY.plusSeconds(86_400)), issues.length, 1))),
                List.of(part(issues)));
    }

    private static TakenProject head(String key) {
        return new TakenProject(TakenProject.FORMAT, key, "Storefront", "https://jira.example.com", 2,
                Map.of("ann", new TakenPerson("JIRAUSER10100", "Ann Owner")), List.of());
    }

    private static TakeOutPart part(TakenIssue... issues) {
        return new TakeOutPart("SHOP", 8, Map.of(), List.of(issues), List.of(new PolicyDocument("policies/decision.json", "{}")),
                List.of(new WeekDocument("2026-W47", "<!DOCTYPE html>")));
    }

    private static TakenIssue decision(String key, String summary, Map<String, String> fields) {
        return new TakenIssue(10_008, key, "decision", summary, "", "Decided", Optional.of("DECIDED"), Optional.of(MONDAY), MONDAY,
                MONDAY.plusSeconds(86_400),
                Optional.of(LocalDate.of(2026, 11, 20)), Optional.of("Board"), new java.util.TreeMap<>(fields),
                List.of(new TakenLink("Blocks", "blocks", true, "SHOP-9"), new TakenLink("Relates", "relates to", false, "OPS-1")), 1,
                List.of(row(1, "kind", "option", "text", "Acme", "reason", "Cheaper", "state", "CHOSEN"),
                        row(2, "kind", "option", "text", "Other", "state", "REJECTED"),
                        row(3, "kind", "criterion", "text", "Fast", "target", "0.4", "unit", "s", "state", "VERIFIED", "verifier", "ann"),
                        row(5, "kind", "hypothesis", "text", "Guests *leave*", "measure", "20 of 100 finish", "exposure", "HIGHEST",
                                "state",
                                "INVALIDATED", "outcome", "They stay", "owner", "ann", "checkDate", "2026-11-20")),
                List.of(row(4, "metric", "Calls", "baseline", "100", "expected", "80")),
                List.of(new TakenWaiver(1, "decision", "has-due-date", "duedate", MONDAY,
                        List.of(new TakenWaiver.Step("ASKED", "ann", MONDAY, "soon")))),
                Optional.of(List.of(
                        new TakenThread(1, "trade-off", Optional.of(3L), "Agree on *cards*", "Fewer cards", "RESOLVED", Optional.of(MONDAY),
                                List.of(new TakenThread.Step("OPENED", "ann", MONDAY, "Which ones?"),
                                        new TakenThread.Step("RESOLVED", "ann", MONDAY, "The three that nobody uses"))),
                        new TakenThread(2, "whole", Optional.empty(), "Name the risks", "", "OPEN", Optional.empty(),
                                List.of(new TakenThread.Step("OPENED", "bob", MONDAY, "What if it fails?"))))),
                Optional.of(List.of(
                        new TakenApproval(1, "REQUESTED", List.of(), "ab12", "ann", Optional.empty(), MONDAY, "", Optional.of(false)),
                        new TakenApproval(2, "APPROVED", List.of("decision/legal"), "ab12", "bob", Optional.of("ann"), MONDAY,
                                "Fine *so*", Optional.of(true)))),
                List.of(new TakenGate(MONDAY, "Decide", "ann", "SCREEN", "decision", 3, "decide", "REFUSED",
                        List.of("has-owner", "has-due-date"))));
    }

    private static NumberedValues row(long id, String... namesAndValues) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new NumberedValues(id, values);
    }
}
