package org.decisiongates.sandbox.jira;

import static org.decisiongates.sandbox.jira.WiredJira.assertStatus;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.host.TestTime;
import org.decisiongates.sandbox.jira.WiredJira.Reply;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;

/**
 * A person is erased from every table of the built jar. In a box of its own: what it erases, and the policies it makes, would disturb
 * whoever counts.
 */
@RunWith(Parameterized.class)
public class ErasureWiredTest {

    private static final String BASE = "/rest/decision-gates/1.0";
    private static final String OWNER = BASE + "/projects/SHOP/owner";
    /** The key where a person is stored, the name anywhere; a text of the sample has the verb. */
    private static final Pattern NAMES_LEAD = Pattern.compile("(?<![\\w-])Maya Brandt(?![\\w-])|[=\"]lead[;,}\"]");

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static WiredJira wired;

    public ErasureWiredTest(Options.Database database) {
        BOXES.on(database, () -> wired = WiredJira.start(BOXES, database));
    }

    @Parameters(name = "{0}")
    public static Options.Database[] databases() {
        return Options.Database.values();
    }

    /** What the sample's people did, closed weeks included, and one of everything that a person can leave behind. */
    @Test
    public void leavesAnErasedPersonNowhereAndEverythingVerifiable() throws Exception {
        AppPolicies.of(wired.box).append(1, "{\"format\":1,\"key\":\"leaving\",\"name\":\"Leaving\",\"issueType\":\"decision\","
                + "\"waivers\":{\"groups\":[\"jira-administrators\"],\"longestDays\":30},\"gates\":[{\"key\":\"start\",\"name\":\"Start\","
                + "\"enforcement\":\"off\",\"rules\":[{\"rule\":\"has-due-date\",\"message\":\"Ask Maya Brandt.\"}]}]}");
        IssueRow issue = wired.decision("Asked for by Maya Brandt");
        String records = BASE + "/issue/" + issue.key() + "/records";
        assertStatus("record", 201, post("lead", records + "/risk",
                "{'text':'Only Maya Brandt knows','state':'accepted','approver':'lead','expiry':'2026-12-31'}"));
        assertStatus("line", 201, post("lead", BASE + "/issue/" + issue.key() + "/impact-lines",
                "{'metric':'Calls to Maya Brandt','unit':'%','direction':'UP','baseline':1,'expected':2,'confidence':0.5}"));
        assertStatus("waiver", 201, post("lead", BASE + "/issue/" + issue.key() + "/waivers",
                "{'policy':'leaving','rule':'has-due-date','reason':'Maya Brandt is away','until':'" + TestTime.today().plusDays(2)
                        + "'}"));
        assertEquals(400, wired.jira.issues().transition("lead", issue.id(), 11, new IssueInput()).reason());
        String policy = wired.get("admin", BASE + "/policies/decision/export").body();
        assertStatus("policy", 200,
                wired.call("lead", "POST", BASE + "/policies?project=SHOP&basedOn=0&why=Maya+Brandt+wants+it", WiredJira.JSON,
                        policy));
        assertStatus("setting", 200, wired.call("lead", "PUT", OWNER, WiredJira.JSON, "{\"owner\":\"same\"}"));
        assertEquals("lead", wired.get("admin", OWNER).json().path("changedBy").asText());
        wired.awaitFirstLook();
        wired.runJob("sealJob");
        String person = "{'userKey':'lead','names':'Maya Brandt\\nlead@example.com'}";
        JsonNode parts = post("admin", BASE + "/erasures/preview", person).json().get("parts");
        List<String> named = new ArrayList<>();
        parts.fieldNames().forEachRemaining(named::add);
        assertEquals(List.of("GATES", "CHANGES", "RECORDS", "IMPACT_LINES", "WAIVERS", "POLICIES", "WEEKS", "SETTINGS"), named);

        long left = 1;
        for (int call = 0; call < 20 && left > 0; call++) {
            left = post("admin", BASE + "/erasures", person).json().get("remaining").asLong();
        }
        assertEquals(0, left);
        for (String table : List.of("GATE_EVENT", "GATE_SEAL", "ERASURE", "ISSUE_CHANGE", "IMPACT_LINE", "ISSUE_RECORD", "WEEK_SNAPSHOT",
                "POLICY_VERSION", "WAIVER_STEP", "ISSUE_DEBT", "BACKGROUND_TASK", "TASK_PIECE", "JOB_RUN")) {
            for (Map<String, Object> row : rowsOf(table)) {
                assertFalse(table + " " + row, NAMES_LEAD.matcher(row.toString()).find());
            }
        }
        JsonNode owner = wired.get("admin", OWNER).json();
        assertTrue(owner.toString(), owner.has("changedAt") && !owner.has("changedBy"));
        wired.runJob("sealJob");
        JsonNode verified = wired.get("admin", BASE + "/journal/verification?project=SHOP").json();
        assertTrue(verified.toString(), verified.get("intact").asBoolean() && verified.get("erasures").size() > 0);
        Reply closed = wired.get("reader", BASE + "/summary?project=SHOP&week=last");
        assertStatus("a closed week", 200, closed);
        assertTrue(closed.body(), closed.json().at("/header").has("frozenAt") && closed.body().contains("(erased)"));
        assertEquals("(erased)", wired.get("reader", records).json().at("/rows/0/approver").asText());
        assertEquals(0, post("admin", BASE + "/erasures", person).json().get("erased").asLong());
    }

    private static List<Map<String, Object>> rowsOf(String entity) {
        List<Map<String, Object>> rows = wired.box.box().jdbc().sql("select * from \"" + wired.table(entity) + "\"").query().listOfRows();
        rows.forEach(row -> row.replaceAll((column, value) -> value instanceof java.sql.Clob clob ? text(clob) : value));
        return rows;
    }

    private static String text(java.sql.Clob clob) {
        try {
            return clob.getSubString(1, (int) clob.length());
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Reply post(String who, String path, String json) throws Exception {
        return wired.post(who, path, json);
    }
}
