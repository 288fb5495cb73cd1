package org.decisiongates.takeout;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.Test;

import org.decisiongates.fixture.Tree;

public class TakenProjectParserTest {

    private static final String FILE = Tree.text(Tree.ROOT.resolve("src/test/resources/golden/takeout/take-out.typical.json"))
            .replace("\"baseline\" : \"100\"",
                    "\"unit\" : \"a day\", \"direction\" : \"DOWN\", \"confidence\" : \"0.8\", \"baseline\" : \"100\"");

    @Test
    public void readsWhatATakeOutHolds() throws Exception {
        TakenProject project = TakenProjectParser.read(FILE);
        assertEquals(List.of("SHOP-8", "SHOP-9"), project.issues().stream().map(TakenIssue::key).toList());
        assertEquals("Ann Owner", project.person("ann"));
        assertEquals(project, TakenProjectParser.read(FILE.replace("\"format\" : 1,", "\"format\" : 1, \"later\" : [ { } ],")));
    }

    @Test
    public void keepsTypedTextsAsTheyAre() throws Exception {
        TakenProject project = TakenProjectParser.read(FILE.replace("Fewer cards", "<script>alert(1)</script> {noformat} \\n=1+1"));
        assertEquals("<script>alert(1)</script> {noformat} \n=1+1", project.issues().get(0).field("trade-offs"));
    }

    @Test
    public void namesTheLineAndThePlaceOfWhatIsWrong() {
        Map<String, String> wrong = new LinkedHashMap<>();
        wrong.put("\"format\" : 1,>\"format\" : 2,", "format format");
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
        wrong.put("\"state\" : \"VERIFIED\">\"state\" : \"BEST\"", "issues[0].records[2].values.state");
        wrong.put("\"target\" : \"0.4\">\"target\" : \"fast\"", "issues[0].records[2].values.target");
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
    public void refusesWhatIsNoTakeOut() {
        for (String text : List.of("", "PK\u0003\u0004", "[]", "null", "{}", "{\"format\":1}", "[".repeat(5_000), FILE + "{}",
                FILE.replace("\"issues\" : [", "\"issues\" : [ null,"), FILE.replace("\"hidden\" : 2", "\"hidden\" : \"two\""),
                FILE.replace("\"due\" : \"2026-11-20\"", "\"due\" : \"soon\""),
                FILE.replace("\"name\" : \"Storefront\"", "\"name\" : \"Storefront\", \"name\" : \"Twice\""))) {
            List<InvalidTakeOutException.Fault> faults = faults(text);
            assertTrue(text.substring(0, Math.min(40, text.length())) + faults,
                    faults.get(0).message().key().matches("decision-gates\\.takeout\\.import\\.fault\\.(unreadable|not-json)"));
        }
    }

    @Test
    public void readsNoMoreThanAnIssueCanHave() {
        String option = "{ \"id\" : 9, \"values\" : { \"kind\" : \"option\", \"text\" : \"More\", \"state\" : \"OPEN\" } }, ";
        assertEquals("decision-gates.takeout.import.fault.too-many-of-kind",
                faults(FILE.replaceFirst("\"records\" : \\[ ", "\"records\" : [ " + option.repeat(19))).get(0).message().key());
        assertEquals(20, faults(FILE.replace("\"records\" : [ {", "\"records\" : [ " + option.replace("option", "wish").repeat(30) + "{"))
                .size());
    }

    private static List<InvalidTakeOutException.Fault> faults(String text) {
        return assertThrows(text.substring(0, Math.min(200, text.length())), InvalidTakeOutException.class,
                () -> TakenProjectParser.read(text)).faults();
    }
}
