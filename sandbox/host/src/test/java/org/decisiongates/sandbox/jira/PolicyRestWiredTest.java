package org.decisiongates.sandbox.jira;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Random;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.jira.WiredJira.Reply;

/** Policies over REST, from the first version to the last. */
public class PolicyRestWiredTest {

    private static final String POLICIES = "/rest/decision-gates/1.0/policies";
    private static final int HOSTILE = 10_000;
    private static final String NOISE = "{}[]\",:0123456789.eE+-truefalsn \n\\u\u0000\uD83D\uDE80'<>&gatesrulewhnames";

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static WiredJira wired;

    @BeforeClass
    public static void start() throws Exception {
        wired = WiredJira.start(BOXES, Options.Database.H2);
        wired.enable("SHOP");
    }

    @Test
    public void keepsEveryVersionWithWhyItWasMade() throws Exception {
        assertEquals(200, put("tasks", 0, "first", policy("tasks", "Tasks", "14")).status());
        Reply second = put("tasks", 1, "two weeks are too few", policy("tasks", "Tasks", "28"));
        assertEquals(2, second.json().at("/version").asInt());

        JsonNode history = get("/tasks/history").json().at("/versions");
        assertEquals(List.of("two weeks are too few", "first"), texts(history, "why"));
        assertTrue(get("/tasks/difference?from=1&to=2").json().at("/changes").toString().contains("28"));
        assertEquals("14", get("/tasks?version=1").json().at("/policy/gates/0/rules/1/settings/horizon-days").asText());

        assertEquals(3, post("/tasks/revert?to=1&basedOn=2&why=back", "").json().at("/version").asInt());
        assertEquals("14", get("/tasks").json().at("/policy/gates/0/rules/1/settings/horizon-days").asText());
        assertTrue(listed().contains("tasks"));

        assertEquals(4, post("/tasks/retire?basedOn=3&why=over", "").json().at("/version").asInt());
        assertFalse(listed().contains("tasks"));
        assertTrue(get("/tasks").json().at("/revision/retired").asBoolean());
        assertEquals(409, post("/tasks/retire?basedOn=4&why=again", "").status());
        assertEquals(200, put("tasks", 4, "in force again", policy("tasks", "Tasks", "14")).status());
        assertTrue(listed().contains("tasks"));
    }

    @Test
    public void refusesToSaveOverAVersionThatWasNotSeen() throws Exception {
        put("conflict", 0, "first", policy("conflict", "Tasks", "14"));
        put("conflict", 1, "second", policy("conflict", "Tasks", "15"));

        Reply late = put("conflict", 1, "mine", policy("conflict", "Tasks", "16"));

        assertEquals(409, late.status());
        assertEquals("second", late.json().at("/current/why").asText());
        assertEquals(2, get("/conflict/history").json().at("/versions").size());
    }

    @Test
    public void refusesAPolicyAsAWholeAndSaysWhere() throws Exception {
        String wrong = policy("wrong", "Tasks", "14").replace("\"has-owner\"", "\"has-luck\"");

        Reply reply = put("wrong", 0, "first", wrong);

        assertEquals(400, reply.status());
        assertTrue(reply.body(), reply.errors().get(0).startsWith("Line 9, gates[0].rules[0].rule: "));
        assertEquals(404, get("/wrong").status());
        assertEquals(400, put("wrong", 0, " ", policy("wrong", "Tasks", "14")).status());
        assertEquals(400, put("other", 0, "first", policy("wrong", "Tasks", "14")).status());
    }

    @Test
    public void putsNoPolicyIntoForceThatFailsATestOfItsOwn() throws Exception {
        String tested = policy("tested", "Tasks", "14").replace("\"gates\"", """
                "cases": [{"name": "an owner is enough", "gate": "start", "day": "2026-11-18",
                  "issue": {"status": {"id": "DRAFT", "name": "Draft", "phase": "DRAFT"}}, "expected": {"has-owner": "passed"}}],
                 "gates\"""");

        Reply refused = put("tested", 0, "first", tested);

        assertEquals(refused.body(), 400, refused.status());
        assertTrue(refused.body(), refused.errors().get(0).contains("an owner is enough"));
        assertEquals(404, get("/tested").status());
        assertEquals(200, put("tested", 0, "first", tested.replace("passed", "failed")).status());
    }

    @Test
    public void carriesAPolicyFromOneKeyToAnother() throws Exception {
        put("carried", 0, "first", policy("carried", "Tasks", "14"));
        String exported = get("/carried/export").body();

        Reply imported = post("?project=SHOP&why=from+all", exported);

        assertEquals(imported.body(), 200, imported.status());
        assertTrue(imported.body(), imported.json().at("/imported").asBoolean());
        assertEquals("Tasks", wired.get("lead", POLICIES + "/carried?project=SHOP").json().at("/policy/name").asText());
        Reply unknown = post("?project=SHOP&why=again&basedOn=1", exported.replace("\"has-owner\"",
                "\"has-owner\", \"settings\": {\"field\": \"customfield_99999\"}"));
        assertFalse(unknown.body(), unknown.json().at("/imported").asBoolean());
        assertEquals("customfield_99999", unknown.json().at("/unknown/0/name").asText());
        assertTrue(unknown.body(), unknown.json().at("/unknown/0/candidates").size() > 0);
    }

    @Test
    public void letsProjectAdministratorsChangeTheirOwnPoliciesOnly() throws Exception {
        assertEquals(200, wired.call("lead", "PUT", POLICIES + "/own?project=SHOP&basedOn=0&why=ours", WiredJira.JSON,
                policy("own", "Ours", "7")).status());
        assertEquals(403, wired.call("lead", "PUT", POLICIES + "/own?basedOn=0&why=ours", WiredJira.JSON, policy("own", "Ours", "7"))
                .status());
        assertEquals(403, wired.get("reader", POLICIES + "?project=SHOP").status());
        assertEquals(403, wired.call("lead", "PUT", POLICIES + "/own?project=SHOP&basedOn=1&why=ours", WiredJira.JSON,
                policy("own", "Ours", "8"), WiredJira.TOKEN, "").status());
        assertEquals(400, wired.call("lead", "PUT", POLICIES + "/locked?project=SHOP&basedOn=0&why=ours", WiredJira.JSON,
                policy("locked", "Ours", "7").replace("\"gates\"", "\"locked\": true, \"gates\"")).status());
    }

    @Test
    public void answersHostileImportsWithoutFailing() throws Exception {
        Random random = new Random(20261128);
        put("hostile", 0, "first", policy("hostile", "Tasks", "14"));
        String sound = get("/hostile/export").body();
        int accepted = 0;
        for (int run = 0; run < HOSTILE; run++) {
            StringBuilder text = new StringBuilder(sound);
            for (int change = random.nextInt(4); change >= 0; change--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, NOISE.charAt(random.nextInt(NOISE.length())));
                    default -> text.setCharAt(at, NOISE.charAt(random.nextInt(NOISE.length())));
                }
            }
            Reply reply = post("?check=true", text.toString());
            assertTrue(reply.status() + " for " + text, reply.status() == 200 || reply.status() == 400);
            accepted += reply.status() == 200 ? 1 : 0;
        }
        assertTrue(accepted + " of " + HOSTILE, accepted > 0 && accepted < HOSTILE);
        assertEquals(413, post("", "x".repeat(1_048_577)).status());
        assertEquals(1, get("/hostile/history").json().at("/versions").size());
    }

    private static List<String> texts(JsonNode list, String member) {
        List<String> texts = new java.util.ArrayList<>();
        list.forEach(one -> texts.add(one.at("/" + member).asText()));
        return texts;
    }

    private static List<String> listed() throws Exception {
        return texts(get("").json().at("/policies"), "key");
    }

    private static Reply get(String path) {
        return wired.get("admin", POLICIES + path);
    }

    private static Reply put(String key, int basedOn, String why, String policy) {
        return wired.call("admin", "PUT", POLICIES + "/" + key + "?basedOn=" + basedOn + "&why=" + why.replace(' ', '+'), WiredJira.JSON,
                policy);
    }

    private static Reply post(String path, String body) {
        return wired.call("admin", "POST", POLICIES + path, WiredJira.JSON, body);
    }

    static String policy(String key, String name, String days) {
        return """
                {"format": 1,
                 "key": "%s",
                 "name": "%s",
                 "issueType": "decision",
                 "gates": [
                  {"key": "start", "name": "Start",
                   "enforcement": "enforce",
                   "rules": [
                    {"rule": "has-owner"},
                    {"rule": "has-due-date", "settings": {"horizon-days": "%s"}}]}]}
                """.formatted(key, name, days);
    }
}
