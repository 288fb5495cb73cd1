package org.decisiongates.takeout;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.Test;

import org.decisiongates.fixture.Tree;

public class TakenProjectParserTest {

    private static final String FILE = Tree.text(Tree.ROOT.resolve("src/test/resources/golden/takeout/take-out.typical.json"))
            .replace("\"baseline\" : \"100\"",
                    "\"unit\" : \"a day\", \"direction\" : \"DOWN\", \"confidence\" : \"0.8\", \"baseline\" : \"100\"");

    @Test
    public void readsWhatATakeOutHolds() throws Exception {
        TakenProject project = read(FILE);
        assertEquals(List.of("SHOP-8", "SHOP-9"), project.issues().stream().map(TakenIssue::key).toList());
        assertEquals("Ann Owner", project.person("ann"));
        assertEquals(project, read(FILE.replace("\"format\" : 1,", "\"format\" : 1, \"later\" : [ { } ],")));
    }

    @Test
    public void readsMembersInAnyOrder() throws Exception {
        String issues = FILE.substring(FILE.indexOf("\"issues\""), FILE.lastIndexOf(']') + 1);
        String turned = "{ " + issues + ", "
                + FILE.substring(FILE.indexOf('{') + 1, FILE.indexOf("\"issues\"")).strip().replaceFirst(",$", "")
                + " }";
        assertEquals(read(FILE), read(turned));
        assertEquals("decision-gates.takeout.import.fault.newer",
                faults(turned.replace("\"format\" : 1", "\"format\" : 2").replace("\"summary\"", "\"title\"")).get(0).message().key());
    }

    @Test
    public void readsIssueByIssueHoweverLongTheDocumentIs() throws Exception {
        String issue = FILE.substring(FILE.indexOf("{", FILE.indexOf("\"issues\"")), FILE.indexOf(", {\n    \"id\" : 10009"));
        String head = FILE.substring(0, FILE.indexOf("{", FILE.indexOf("\"issues\"")));
        String padded = issue.replace("\"description\" : \"\"", "\"description\" : \"" + "x".repeat(90_000) + "\"");
        int count = 300;
        int[] read = {0};
        TakenProject project = TakenProjectParser.read(() -> new SequenceInputStream(Collections.enumeration(
                Stream.concat(Stream.of(head), Stream.concat(IntStream.range(0, count).mapToObj(number -> (number == 0 ? "" : ", ")
                        + padded.replace("10008", String.valueOf(20_000 + number)).replace("SHOP-8\"", "SHOP-" + (100 + number) + "\"")),
                        Stream.of(" ] }"))).map(TakenProjectParserTest::stream).toList())),
                each -> read[0]++);
        assertEquals("27 MB, of which 8 MB are never in memory at once", count, read[0]);
        assertEquals(List.of(), project.issues());
    }

    @Test
    public void refusesAnIssueThatIsTooLongForMemory() {
        String description = "\"description\" : \"\"";
        String file = FILE.replaceFirst(description, description.replace("\"\"", "\"" + "x".repeat(900_000) + "\""));
        String gates = IntStream.range(0, 9).mapToObj(number -> "\"later" + number + "\" : \"" + "y".repeat(900_000) + "\", ")
                .collect(Collectors.joining());
        InvalidTakeOutException.Fault fault = faults(file.replaceFirst("\"summary\"", gates + "\"summary\"")).get(0);
        assertTrue(fault.toString(), fault.message().arguments().toString().contains("issues[0] takes more than 8000000 bytes"));
    }

    @Test
    public void keepsTypedTextsAsTheyAre() throws Exception {
        TakenProject project = read(FILE.replace("Fewer cards", "<script>alert(1)</script> {noformat} \\n=1+1"));
        assertEquals("<script>alert(1)</script> {noformat} \n=1+1", project.issues().get(0).field("trade-offs"));
    }

    @Test
    public void namesTheLineAndThePlaceOfWhatIsWrong() {
        Map<String, String> wrong = new LinkedHashMap<>();
        wrong.put("https://jira.example.com>javascript:alert(1)", "address address");
        wrong.put("https://jira.example.com>https://jira.example.com/{noformat}", "address address");
        wrong.put("\"id\" : 10008>\"id\" : 0", "issues[0].id id");
        wrong.put("\"id\" : 10009>\"id\" : 10008", "issues[1].id id");
        wrong.put("\"key\" : \"SHOP-9\">\"key\" : \"SHOP-8\"", "issues[1].key key");
        wrong.put("\"key\" : \"SHOP-9\">\"key\" : \"../../etc-1\"", "issues[1].key key");
        wrong.put("\"type\" : \"blocker\">\"type\" : \"story\"", "issues[1].type type");
        wrong.put("\"summary\" : \"Provider is slow\">\"summary\" : \" \"", "issues[1].summary line");
        wrong.put("\"summary\" : \"Provider is slow\">\"summary\" : \"" + "x".repeat(256) + "\"", "issues[1].summary line");
        wrong.put("Fewer cards>Fewer \\u0000 cards", "issues[0].fields.trade-offs text");
        wrong.put("\"kind\" : \"criterion\">\"kind\" : \"wish\"", "issues[0].records[2].values.kind kind");
        wrong.put("\"id\" : 2,>\"id\" : 1,", "issues[0].records[1].id row-id");
        wrong.put("\"state\" : \"VERIFIED\">\"state\" : \"BEST\"", "issues[0].records[2].values.state");
        wrong.put("\"target\" : \"0.4\">\"target\" : \"fast\"", "issues[0].records[2].values.target");
        wrong.put("\"issue\" : \"OPS-1\">\"issue\" : \"SHOP-8\"", "issues[0].links[1].issue self-link");
        wrong.put("\"baseline\" : \"100\">\"baseline\" : \"1e999\"", "issues[0].impact[0].values.baseline");
        wrong.forEach((change, told) -> {
            String[] parts = change.split(">", 2);
            String file = FILE.replace(parts[0], parts[1]);
            InvalidTakeOutException.Fault fault = faults(file).get(0);
            String key = fault.message().key().substring(fault.message().key().lastIndexOf('.') + 1);
            assertTrue(change + ": " + fault, (fault.place() + " " + key).startsWith(told));
            assertTrue(change, fault.line() >= 1 && file.lines().skip(fault.line() - 1L).findFirst().orElse("")
                    .contains(parts[1].substring(0, Math.min(8, parts[1].length()))));
        });
    }

    @Test
    public void saysWhatKindOfFileItIsInPlaceOfATakeOut() {
        Map<String, String> kinds = new LinkedHashMap<>();
        for (String empty : List.of("", " \r\n\t")) {
            kinds.put(empty, "empty");
        }
        kinds.put("PK\u0003\u0004", "zip");
        for (String other : List.of("P", "Dear all,", "[]", "null", "[".repeat(5_000), "\u00ff\u00fe{")) {
            kinds.put(other, "other-file");
        }
        for (String other : List.of("{}", "{\"a\":1}", "{\"format\":\"wide\"}", "{\"format\":0}",
                FILE.replace("\"format\" : 1", "\"format\" : 0"))) {
            kinds.put(other, "other-json");
        }
        for (String broken : List.of("{", "{code}", "{\"format\":1,}", FILE.substring(0, FILE.length() / 2),
                FILE.replace("\"issues\"", "issues"),
                "\ufeff" + FILE,
                FILE.replace("\"name\" : \"Storefront\"", "\"name\" : \"Storefront\", \"name\" : \"Twice\""))) {
            kinds.put(broken, "damaged");
        }
        kinds.put(FILE.replace("\"format\" : 1", "\"format\" : 2"), "newer");
        kinds.put("{\"format\":2147483647,\"of\":\"later\"}", "newer");
        kinds.forEach((text, kind) -> {
            InvalidTakeOutException.Fault fault = faults(text).get(0);
            assertEquals(text.substring(0, Math.min(40, text.length())), "decision-gates.takeout.import.fault." + kind,
                    fault.message().key());
            assertEquals("it is about the whole file", 0, fault.line());
        });
    }

    @Test
    public void refusesATakeOutThatIsNotAsItShouldBe() {
        for (String text : List.of("{\"format\":1}", FILE + "{}",
                FILE.replace("\"issues\" : [", "\"issues\" : [ null,"), FILE.replace("\"hidden\" : 2", "\"hidden\" : \"two\""),
                FILE.replace("\"due\" : \"2026-11-20\"", "\"due\" : \"soon\""))) {
            List<InvalidTakeOutException.Fault> faults = faults(text);
            assertTrue(text.substring(0, Math.min(40, text.length())) + faults,
                    faults.get(0).message().key().equals("decision-gates.takeout.import.fault.unreadable"));
        }
    }

    @Test
    public void namesTheIssueAndTheRowOfAnIdThatIsThereTwice() {
        assertEquals(List.of("1", "SHOP-8"), faults(FILE.replace("\"id\" : 2,", "\"id\" : 1,")).get(0).message().arguments());
    }

    @Test
    public void readsNoMoreThanAnIssueCanHave() {
        String option = "{ \"id\" : 9NN, \"values\" : { \"kind\" : \"option\", \"text\" : \"More\", \"state\" : \"OPEN\" } }, ";
        assertEquals("decision-gates.takeout.import.fault.too-many-of-kind",
                faults(FILE.replaceFirst("\"records\" : \\[ ", "\"records\" : [ " + numbered(option, 19))).get(0).message().key());
        assertEquals(20,
                faults(FILE.replace("\"records\" : [ {", "\"records\" : [ " + numbered(option.replace("option", "wish"), 30) + "{"))
                        .size());
    }

    @Test
    public void readsNoMoreLinksThanAnIssueMayHave() throws Exception {
        String link = "{ \"type\" : \"Blocks\", \"description\" : \"blocks\", \"outward\" : true, \"issue\" : \"OPS-2NN\" }, ";
        String before = "\"links\" : [ {";
        int more = TakenProjectParser.MAX_LINKS - 2;
        assertEquals(TakenProjectParser.MAX_LINKS,
                read(FILE.replaceFirst(Pattern.quote(before), "\"links\" : [ " + numbered(link, more) + "{")).issues().get(0).links()
                        .size());
        InvalidTakeOutException.Fault fault = faults(
                FILE.replaceFirst(Pattern.quote(before), "\"links\" : [ " + numbered(link, more + 1) + "{")).get(0);
        assertEquals("issues[0].links decision-gates.takeout.import.fault.too-many", fault.place() + " " + fault.message().key());
    }

    private static String numbered(String row, int many) {
        return IntStream.range(0, many).mapToObj(number -> row.replace("NN", String.valueOf(10 + number))).collect(Collectors.joining());
    }

    private static List<InvalidTakeOutException.Fault> faults(String text) {
        return assertThrows(text.substring(0, Math.min(200, text.length())), InvalidTakeOutException.class,
                () -> read(text)).faults();
    }

    private static TakenProject read(String text) throws InvalidTakeOutException, IOException {
        List<TakenIssue> issues = new ArrayList<>();
        TakenProject head = TakenProjectParser.read(() -> stream(text), issues::add);
        assertEquals(List.of(), head.issues());
        return new TakenProject(head.format(), head.key(), head.name(), head.address(), head.hidden(), head.people(), issues);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
