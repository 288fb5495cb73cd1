package org.decisiongates.sandbox.jira;

import static org.decisiongates.sandbox.jira.WiredJira.assertNames;
import static org.decisiongates.sandbox.jira.WiredJira.assertReadable;
import static org.decisiongates.sandbox.jira.WiredJira.assertStatus;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.Faults;
import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.host.TestTime;
import org.decisiongates.sandbox.jira.WiredJira.Reply;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.Permission;

/** What an import takes over, says beforehand and opens: the whole sample, and nothing for anybody but itself. */
@RunWith(Parameterized.class)
public class ImportWiredTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String ELSEWHERE = "https://old.example.com/jira";

    private static WiredJira wired;

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    public ImportWiredTest(Options.Database database) {
        BOXES.on(database, () -> wired = WiredJira.start(BOXES, database));
    }

    @Parameters(name = "{0}")
    public static Options.Database[] databases() {
        return Options.Database.values();
    }

    /** But for keys, ids, times, address and name of the project; status and history are of one instance (ADR-0131, ADR-0162). */
    @Test
    public void takesOverEveryIssueOfTheSampleAndGivesTheSameBytesAgain() throws Exception {
        openForAdmin("WHOLE");
        openForAdmin("TWICE");
        TakeOutFile sample = TakeOutFile.of(wired, "admin", "SHOP");
        int all = issues(sample).size();
        assertTrue("the sample", all > 60);

        ImportedFile first = ImportedFile.of(wired, elsewhere(sample, "one"), "WHOLE", "");
        assertEquals(first.report().toString(), all, first.count("CREATED"));
        assertTrue(first.plan().toString(), first.plan().at("/unmet/count").asInt() > 10);
        assertEquals(0, first.plan().at("/refused/count").asInt());
        assertEquals("the plan said so", first.plan().at("/unmet/count").asLong(), notes(first, "was recorded and not enforced"));
        TakeOutFile imported = TakeOutFile.of(wired, "admin", "WHOLE");
        assertEquals(text(issues(sample), Map.of()), text(issues(imported), first.keys()));
        assertNames("links that lead out of the file", first.notes(), "Not linked, because they are not in the file");

        ImportedFile second = ImportedFile.of(wired, elsewhere(imported, "two"), "TWICE", "");
        assertEquals(second.report().toString(), all, second.count("CREATED"));
        TakeOutFile again = TakeOutFile.of(wired, "admin", "TWICE");
        assertEquals(told(imported), told(again, second.keys()));
    }

    @Test
    public void recordsWhatGatesOfTheCreationFindAsImported() throws Exception {
        openForAdmin("LATE");
        String summary = "Overdue there";
        ImportedFile imported = ImportedFile.of(wired, overdue(summary, "late"), "LATE", "");
        assertEquals(imported.report().toString(), 1, imported.count("CREATED"));
        assertEquals("OLD-1", imported.plan().at("/unmet/first/0/key").asText());
        assertReadable("the plan", texts(imported.plan().at("/unmet/first/0/reasons")));
        assertNames("the report", imported.notes(), "That was recorded and not enforced, because it was imported: ");
        Reply journal = wired.get("admin", "/rest/decision-gates/1.0/audit?project=LATE&source=IMPORT");
        assertStatus("audit", 200, journal);
        JsonNode entry = journal.json().path("entries").get(0);
        assertEquals(journal.body(), "EVALUATED", entry.path("outcome").asText());
        assertEquals("admin", entry.path("actor").asText());
        assertEquals(0, wired.get("admin", "/rest/decision-gates/1.0/audit?project=LATE&source=BACKGROUND").json().path("entries").size());
    }

    /** While the import creates the very same issue, as the same person. */
    @Test
    public void refusesWhoeverCreatesTheSameMeanwhile() throws Exception {
        openForAdmin("MEAN");
        String summary = "Created by two";
        List<Reply> others = new ArrayList<>();
        List<Boolean> scripts = new ArrayList<>();
        wired.faults().interleave(Faults.Step.READ, () -> {
            others.add(wired.call("admin", "POST", "/rest/api/2/issue", WiredJira.JSON, blocker("MEAN", summary)));
            scripts.add(wired.jira.issues().create("admin", new IssueInput().set("project", String.valueOf(wired.id("MEAN")))
                    .set("issuetype", wired.type("Blocker")).set("summary", summary)).done());
        });
        try {
            assertEquals(1, ImportedFile.of(wired, overdue(summary, "mean"), "MEAN", "").count("CREATED"));
        } finally {
            wired.faults().heal();
        }
        assertStatus("over REST", 400, others.get(0));
        assertEquals("by a script", List.of(false), scripts);
        assertEquals(1, issues(TakeOutFile.of(wired, "admin", "MEAN")).size());
        assertStatus("afterwards", 400, wired.call("admin", "POST", "/rest/api/2/issue", WiredJira.JSON, blocker("MEAN", summary)));
    }

    @Test
    public void opensNothingForARequestThatClaimsToBeAnImport() throws Exception {
        openForAdmin("CLAIM");
        String create = "/rest/api/2/issue";
        String body = blocker("CLAIM", "Claimed");
        for (String query : List.of("?source=IMPORT", "?import=true", "?imported=true&enforcement=EVALUATE")) {
            assertStatus(query, 400, wired.call("admin", "POST", create + query, WiredJira.JSON, body, "X-Decision-Gates-Import", "true",
                    "Referer", wired.box.baseUrl() + "/plugins/servlet/decision-gates/import"));
        }
        String withUpdate = body.replaceFirst("\\}$", ",\"historyMetadata\":{\"type\":\"IMPORT\"},\"source\":\"IMPORT\"}");
        assertTrue(withUpdate, wired.call("admin", "POST", create, WiredJira.JSON, withUpdate).status() >= 400);
        Reply checked = wired.call("admin", "POST", ImportedFile.IMPORTS + "?project=CLAIM", WiredJira.JSON, overdue("Claimed", "claim"));
        String id = checked.json().path("task").asText();
        assertStatus("a member that is none", 400,
                wired.call("admin", "POST", ImportedFile.IMPORTS + "/" + id, WiredJira.JSON, "{\"people\":{},\"enforce\":false}"));
        assertStatus("lead", 403, wired.call("lead", "POST", ImportedFile.IMPORTS + "/" + id, WiredJira.JSON, ""));
        assertEquals(0, issues(TakeOutFile.of(wired, "admin", "CLAIM")).size());
    }

    @Test
    public void namesOwnersWhoCannotBeAssignedBeforeAnythingIsCreated() throws Exception {
        openForAdmin("OWNED");
        String check = checked("OWNED",
                overdue("Owned by an outsider", "owned").replace("\"fields\":{}", "\"fields\":{\"owner\":\"reader\"}"));
        JsonNode reader = wired.get("admin", ImportedFile.IMPORTS + "/" + check).json().at("/people/0");
        assertEquals(reader.toString(), "reader true false",
                reader.path("here").asText() + " " + reader.path("owner").asText() + " " + reader.path("assignable").asText());
        Reply chosen = wired.call("admin", "POST", ImportedFile.IMPORTS + "/" + check, WiredJira.JSON,
                "{\"people\":{\"reader\":\"outsider\"}}");
        assertStatus("another one who cannot", 400, chosen);
        assertNames("another one who cannot", chosen.errors(), "outsider");
        assertEquals(0, issues(TakeOutFile.of(wired, "admin", "OWNED")).size());
    }

    @Test
    public void takesNoFileOfTheVeryProject() throws Exception {
        openForAdmin("SAME");
        String file = TakeOutFile.of(wired, "admin", "SAME").files().get("take-out.json");
        Reply refused = wired.call("admin", "POST", ImportedFile.IMPORTS + "?project=SAME", WiredJira.JSON, file);
        assertStatus("the same", 409, refused);
        assertReadable("the same", refused.errors());
        assertNames("the same", refused.errors(), "SAME");
    }

    @Test
    public void refusesADayThatJiraWouldStoreInAnotherCenturyAndSaysSoBefore() throws Exception {
        openForAdmin("CENTURY");
        String file = overdue("Due when it is over", "century").replaceFirst("\"due\":\"[0-9-]+\"", "\"due\":\"2126-12-01\"");
        ImportedFile imported = ImportedFile.of(wired, file, "CENTURY", "");
        assertEquals(1, imported.plan().at("/refused/count").asInt());
        assertNames("the plan", texts(imported.plan().at("/refused/first/0/reasons")), "2126-12-01");
        assertEquals(1, imported.count("REFUSED"));
        assertEquals(0, issues(TakeOutFile.of(wired, "admin", "CENTURY")).size());
    }

    @Test
    public void createsWhatHadASecurityLevelOnlyOnRequest() throws Exception {
        openForAdmin("LEVEL");
        String file = overdue("For the board", "level").replace("\"fields\":{}", "\"securityLevel\":\"Board\",\"fields\":{}");
        ImportedFile without = ImportedFile.of(wired, file, "LEVEL", "");
        assertEquals(without.plan().toString(), 1, without.plan().at("/securityLevels/Board").asInt());
        assertEquals(1, without.count("REFUSED"));
        assertNames("the report", without.notes(), "security level “Board”");
        assertEquals(0, issues(TakeOutFile.of(wired, "admin", "LEVEL")).size());
        ImportedFile with = ImportedFile.of(wired, file, "LEVEL", "{\"people\":{},\"includeSecured\":true}");
        assertEquals(with.report().toString(), 1, with.count("CREATED"));
        assertNames("the report", with.notes(), "default level of LEVEL");
    }

    @Test
    public void createsAgainWhatWasDeletedAndNothingInASecondProject() throws Exception {
        openForAdmin("FIRST");
        openForAdmin("SECOND");
        String file = overdue("Imported twice", "twice");
        assertEquals(1, ImportedFile.of(wired, file, "FIRST", "").count("CREATED"));
        assertEquals(1, ImportedFile.of(wired, file.replace("https://twice", "https://Twice"), "SECOND", "").count("FOUND"));
        assertEquals(0, issues(TakeOutFile.of(wired, "admin", "SECOND")).size());
        assertTrue(wired.jira.issues().delete("admin", wired.jira.issues().byKey("FIRST-1").orElseThrow().id()).done());
        ImportedFile again = ImportedFile.of(wired, file, "SECOND", "");
        assertEquals(again.plan().toString(), 1, again.plan().path("anew").asInt());
        assertEquals(again.report().toString(), 1, again.count("CREATED"));
        assertEquals(1, issues(TakeOutFile.of(wired, "admin", "SECOND")).size());
    }

    @Test
    public void takesOutTheNameOfALevel() throws Exception {
        openForAdmin("NAMED");
        long scheme = wired.jira.levels().createScheme("Levels of NAMED");
        wired.jira.levels().useScheme(wired.id("NAMED"), scheme);
        long board = wired.jira.levels().create(scheme, "Board", List.of("jira-administrators")).id();
        assertEquals(1, ImportedFile.of(wired, overdue("For the board", "named"), "NAMED", "").count("CREATED"));
        assertTrue(issues(TakeOutFile.of(wired, "admin", "NAMED")).path(0).path("securityLevel").isMissingNode());
        assertTrue(wired.jira.issues().update("admin", wired.jira.issues().byKey("NAMED-1").orElseThrow().id(),
                new IssueInput().set("security", String.valueOf(board)).offScreen(IssueInput.OffScreen.ACCEPTED)).done());
        assertEquals("Board", issues(TakeOutFile.of(wired, "admin", "NAMED")).path(0).path("securityLevel").asText());
    }

    private static String checked(String project, String file) throws Exception {
        Reply checked = wired.call("admin", "POST", ImportedFile.IMPORTS + "?project=" + project, WiredJira.JSON, file);
        assertStatus("check", 201, checked);
        String task = checked.json().path("task").asText();
        org.awaitility.Awaitility.await("it is checked").until(() -> wired.get("admin", ImportedFile.IMPORTS + "/" + task).status() == 200);
        return task;
    }

    /** A file with one Blocker that was due a month ago. */
    private static String overdue(String summary, String host) {
        return "{\"format\":1,\"key\":\"OLD\",\"name\":\"Old\",\"address\":\"https://" + host + ".example.com\",\"hidden\":0,\"people\":{},"
                + "\"issues\":[{\"id\":1,\"key\":\"OLD-1\",\"type\":\"blocker\",\"summary\":\"" + summary
                + "\",\"description\":\"\",\"status\":\"Open\",\"phase\":\"OPEN\",\"created\":\"2026-09-01T08:00:00Z\","
                + "\"updated\":\"2026-10-01T08:00:00Z\",\"due\":\"" + TestTime.today().minusDays(30) + "\",\"fields\":{},\"links\":[],"
                + "\"hiddenLinks\":0,\"records\":[],\"impact\":[],\"waivers\":[],\"gates\":[]}]}";
    }

    private static String blocker(String project, String summary) {
        return "{\"fields\":{\"project\":{\"key\":\"" + project + "\"},\"issuetype\":{\"id\":\"" + wired.type("Blocker")
                + "\"},\"summary\":\"" + summary + "\"}}";
    }

    private static String elsewhere(TakeOutFile file, String host) {
        return file.files().get("take-out.json").replaceFirst("(\"address\" : )\"[^\"]*\"", "$1\"" + ELSEWHERE + host + "\"");
    }

    private static JsonNode issues(TakeOutFile file) throws Exception {
        return MAPPER.readTree(file.files().get("take-out.json")).path("issues");
    }

    private static long notes(ImportedFile file, String said) {
        return file.notes().stream().filter(note -> note.contains(said)).count();
    }

    private static List<String> texts(Iterable<JsonNode> list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** Without status and history, and without links that lead out of the file, which are left out and named. */
    private static String text(JsonNode issues, Map<String, String> keys) throws Exception {
        Set<String> held = new TreeSet<>(texts(issues.findValues("key")));
        StringBuilder all = new StringBuilder();
        for (JsonNode issue : issues) {
            ObjectNode one = issue.deepCopy();
            one.remove(List.of("status", "phase", "statusSince", "waivers", "gates"));
            ArrayNode links = one.putArray("links");
            for (JsonNode link : issue.path("links")) {
                if (held.contains(link.path("issue").asText())) {
                    links.add(link);
                }
            }
            all.append(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(one)).append('\n');
        }
        return told(all.toString(), keys);
    }

    private static Map<String, String> told(TakeOutFile file) {
        return told(file, Map.of());
    }

    /** All files but closed weeks, which no import takes over: a job closes those of a new project in its own time. */
    private static Map<String, String> told(TakeOutFile file, Map<String, String> keys) {
        Map<String, String> told = new TreeMap<>();
        file.files().forEach((name, text) -> told.put(told(name, keys), told(text, keys)));
        told.keySet().removeIf(name -> name.startsWith("weeks/"));
        return told;
    }

    /** What a file tells, without what differs from one instance to another. @param keys there, by keys here */
    private static String told(String file, Map<String, String> keys) {
        String told = file;
        for (Map.Entry<String, String> key : keys.entrySet()) {
            told = told.replaceAll("\\b" + key.getKey() + "\\b", key.getValue());
        }
        return told.replaceAll("\"id\" : [0-9]+", "\"id\" : 0").replaceAll("(?m)^([A-Z]+-[0-9]+),[0-9]+,", "$1,0,")
                .replaceAll("(\"criterion\" : )\"[0-9]+\"", "$1\"0\"").replaceAll("(,evidence,.*,)[0-9]+(?=,|$)", "$10")
                .replaceAll("20[0-9-]{8}T[0-9:.]+Z", "then").replaceAll("(?m)^date: .*", "date: then")
                .replaceAll("\\bTWICE\\b", "WHOLE").replaceAll("(\"sha256\" : )\"[0-9a-f]+\"", "$1\"of the file\"")
                .replaceAll(", \\{\\s+\"name\" : \"weeks/[^}]*\\}", "").replaceAll("\"weeks\" : [0-9]+", "\"weeks\" : 0");
    }

    /** A new project in which the administrator may do everything besides. */
    private static void openForAdmin(String key) throws Exception {
        wired.open(key);
        for (Permission permission : Permission.values()) {
            wired.jira.permissions().grant(wired.id(key), permission, "jira-administrators");
        }
    }
}
