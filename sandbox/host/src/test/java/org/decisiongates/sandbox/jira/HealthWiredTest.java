package org.decisiongates.sandbox.jira;

import static org.awaitility.Awaitility.await;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import com.atlassian.sal.api.lifecycle.LifecycleAware;
import com.fasterxml.jackson.databind.JsonNode;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.After;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.host.StatementLog;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.ScreenRow;
import org.decisiongates.sandbox.jira.model.TabRow;
import org.decisiongates.sandbox.jira.web.Browser;

/** What is wrong with an installation, as the built jar finds it, and who is told of what. */
public class HealthWiredTest {

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static final String BACK = "#decision-gates-project-breadcrumbs a";
    private static final String REST = "/rest/decision-gates/1.0/health";
    private static final String PAGE = "/plugins/servlet/decision-gates/health";

    private static WiredJira wired;
    private static AppPolicies policies;
    private static int version;
    private static List<String> shipped;

    @BeforeClass
    public static void start() throws Exception {
        wired = WiredJira.start(BOXES, Options.Database.H2);
        wired.awaitFirstLook();
        // of the sample's owners one may not be assigned its issues
        wired.jira.users().join("stakeholder", "storefront-team");
        policies = AppPolicies.of(wired.box);
        version = 1;
        shipped = findings();
    }

    @After
    public void asksNothingMore() {
        policies.append(++version, policy("has-owner", ""));
    }

    @Test
    public void findsNothingWrongWithWhatSetUpMakes() throws Exception {
        assertEquals("with the policies it ships", List.of(), shipped);
        policies.append(++version, policy("has-owner", ""));
        assertEquals(List.of(), findings());
        assertEquals("ok", wired.get("admin", REST).json().get("status").asText());
        Document page = page("admin", "");
        assertEquals(page.text(), 0, page.select(".decision-gates-health-table").size());
        assertTrue(page.text(), page.select(".decision-gates-health-passed li").eachText().contains("Set-up"));
    }

    @Test
    public void pagesOfAProjectLeadBackToIt() throws Exception {
        for (String servlet : List.of("health", "policies", "owner", "phases", "take-out")) {
            Document page = Jsoup.parse(wired.get("lead", "/plugins/servlet/decision-gates/" + servlet + "?project=SHOP").body());
            assertEquals(servlet, List.of("Storefront"), page.select(BACK).eachText());
            assertTrue(servlet, page.select(BACK).attr("href").endsWith("/projects/SHOP"));
        }
        assertEquals("the page of all projects", List.of(), page("admin", "").select(BACK).eachText());
    }

    @Test
    public void namesWhatAPolicyNamesAndJiraDoesNotHave() throws Exception {
        policies.append(++version, policy("actor-in-group-or-role", ",\"settings\":{\"groups\":\"nobody-knows-them\"}"));
        assertEquals(List.of("policies.gone.group error 1"), findings());
        String told = page("admin", "").select(".decision-gates-health-table tbody tr").text();
        assertTrue(told, told.contains("nobody-knows-them"));
        assertFalse("monitoring gets no names", wired.get("admin", REST).body().contains("nobody-knows-them"));
    }

    @Test
    public void namesGroupsOfPoliciesInWhichNobodyIs() throws Exception {
        wired.jira.users().addGroup("board");
        policies.append(++version, policy("actor-in-group-or-role", ",\"settings\":{\"groups\":\"board\"}"));
        assertEquals(List.of("approvers.empty-group warning 1"), findings());
        wired.jira.users().create("chair", "Chris Chair", "chair@example.com", "chair");
        wired.jira.users().join("chair", "board");
        assertEquals(List.of(), findings());
        wired.jira.users().setActive("chair", false);
        assertEquals(List.of("approvers.empty-group warning 1"), findings());
    }

    @Test
    public void namesWhatAsksNobodyAnything() throws Exception {
        policies.append(++version, policy("has-owner", ",\"when\":[{\"kind\":\"issue-type\",\"values\":[\"blocker\"]}]"));
        assertEquals(List.of("policies.never-asked warning 6"), findings());
        policies.append(++version, "{\"format\":1,\"key\":\"decision\",\"name\":\"Decisions\",\"issueType\":\"decision\",\"gates\":[]}");
        assertTrue(findings().toString(), findings().contains("policies.no-rule warning 1"));
    }

    @Test
    public void namesGatesThatRefuseEveryIssue() throws Exception {
        policies.append(++version, policy("no-such-rule", ""));
        assertTrue(findings().toString(), findings().stream().anyMatch(found -> found.startsWith("gates.unusable error ")));
        Document page = page("lead", "?project=SHOP");
        assertTrue(page.text(), page.select(".decision-gates-health-table tbody").text().contains("no-such-rule"));
        assertEquals("links are for those who administer Jira", 0, page.select(".decision-gates-health-table a").size());
        assertTrue(page("admin", "").select(".decision-gates-health-table tbody").text().contains("no-such-rule"));
    }

    @Test
    public void namesOwnersWhoAreDeactivated() throws Exception {
        wired.jira.users().create("leaver", "Lee Verwood", "leaver@example.com", "leaver");
        IssueRow issue = wired.decision("Left behind");
        assertTrue(wired.jira.issues().update("lead", issue.id(), new IssueInput().set(wired.field("Owner"), "leaver")).done());
        assertEquals("who may not be assigned issues there", List.of("owners.unassignable warning 1"), findings());
        wired.jira.users().join("leaver", "storefront-team");
        assertEquals(List.of(), findings());
        wired.jira.users().setActive("leaver", false);
        assertEquals(List.of("owners.inactive warning 1"), findings());
        String told = page("lead", "?project=SHOP").select(".decision-gates-health-table tbody tr").text();
        assertTrue(told, told.contains("Lee Verwood") && told.contains(issue.key()));
        assertFalse("monitoring gets no names", wired.get("admin", REST).body().contains("Lee"));
        wired.jira.issues().update("lead", issue.id(), new IssueInput().set(wired.field("Owner"), "lead"));
        assertEquals(List.of(), findings());
    }

    @Test
    public void namesPeopleOfEscalationPathsWhoAreDeactivated() throws Exception {
        wired.jira.users().create("stepper", "Stella Eppers", "stepper@example.com", "stepper");
        IssueRow issue = wired.decision("With a path");
        assertTrue(wired.jira.issues().update("lead", issue.id(), new IssueInput().set(wired.field("Owner"), "stepper")).done());
        wired.jira.users().setActive("stepper", false);
        assertEquals("no rule reads a path from that field", List.of("owners.inactive warning 1"), findings());
        policies.append(++version, policy("has-escalation-path", ",\"settings\":{\"people\":\"owner\"}"));
        assertEquals(List.of("escalation.inactive warning 1", "owners.inactive warning 1"), findings());
        String told = page("lead", "?project=SHOP").select(".decision-gates-health-table tbody tr").text();
        assertTrue(told, told.contains("Stella Eppers") && told.contains("field Owner") && told.contains(issue.key()));
        wired.jira.issues().update("lead", issue.id(), new IssueInput().set(wired.field("Owner"), "lead"));
        assertEquals(List.of(), findings());
    }

    @Test
    public void putsAFieldBackOnItsScreenForWhoeverAdministersJira() throws Exception {
        ScreenRow screen = wired.jira.screens().all().stream().filter(one -> one.name().equals("Decision Gates: Decision: reject"))
                .findFirst().orElseThrow();
        TabRow tab = screen.tabs().get(0);
        String reason = wired.field("Reason");
        wired.jira.screens().setFields(tab.id(), tab.fieldIds().stream().filter(field -> !field.equals(reason)).toList());
        policies.append(++version, policy("has-owner", ""));
        assertEquals(List.of("upgrade.screen-field warning 1"), findings());
        Browser browser = Browser.as(wired.box.baseUrl(), "admin").confirmed("admin");
        assertEquals("a form of nobody", 403, browser.post(PAGE, "repair=screens"));
        assertEquals(List.of("upgrade.screen-field warning 1"), findings());
        browser.open(PAGE);
        browser.submit(".decision-gates-health-table form");
        assertEquals(browser.page.text(), 0, browser.page.select(".decision-gates-health-table").size());
        assertEquals(List.of(), findings());
        assertTrue(wired.jira.screens().tab(tab.id()).orElseThrow().fieldIds().contains(reason));
    }

    @Test
    public void locksFieldsUntilAnAdministratorUnlocksThem() throws Exception {
        policies.append(++version, policy("has-owner", ""));
        String owner = wired.field("Owner");
        Browser browser = Browser.as(wired.box.baseUrl(), "admin").confirmed("admin");
        browser.open("/secure/admin/ViewCustomFields.jspa");
        String row = "#custom-fields tr[data-field-id=" + owner + "]";
        assertTrue(browser.page.text(), browser.page.select(row).text().contains("Decision Gates created this field"));
        assertEquals("no button", 0, browser.page.select(row + " button").size());
        browser.open(PAGE);
        String form = "atl_token=" + browser.page.selectFirst(".decision-gates-health-offer input[name=atl_token]").attr("value") + "&id="
                + owner;
        browser.post("/secure/admin/DeleteCustomField.jspa", form);
        browser.post("/secure/admin/EditCustomField.jspa", form + "&name=Mine");
        assertEquals("Owner", wired.jira.fields().byId(owner).orElseThrow().name());

        browser.open(PAGE);
        browser.submit(".decision-gates-health-offer");
        assertEquals(List.of("fields.not-locked warning 1"), findings());
        browser.post("/secure/admin/EditCustomField.jspa", form + "&name=Mine");
        assertEquals("Mine", wired.jira.fields().byId(owner).orElseThrow().name());
        browser.post("/secure/admin/EditCustomField.jspa", form + "&name=Owner");

        wired.box.service(LifecycleAware.class).onStart();
        assertEquals("a start leaves it to the administrator", List.of("fields.not-locked warning 1"), findings());
        browser.open(PAGE);
        assertEquals("nothing is left to unlock", 0, browser.page.select(".decision-gates-health-offer").size());
        browser.submit(".decision-gates-health-table form");
        assertEquals(List.of(), findings());
        List<String> audited = wired.jira.auditRecords().all().stream()
                .map(entry -> entry.author() + " " + entry.category() + " " + entry.affected() + " " + entry.changed()).toList();
        assertTrue(audited.toString(), audited.containsAll(List.of("admin Decision Gates [Decision Gates] [Fix:  > unlock-fields]",
                "admin Decision Gates [Decision Gates] [Fix:  > lock-fields]")));
        browser.post("/secure/admin/DeleteCustomField.jspa", form);
        assertTrue(wired.jira.fields().byId(owner).isPresent());
        assertEquals("of a project nothing is offered", 0, page("lead", "?project=SHOP").select(".decision-gates-health-offer").size());
    }

    /** What is configured holds the name of a person wherever it takes a text; no file of the zip holds it. */
    @Test
    public void handsOutASupportZipWithoutTextsAndNames() throws Exception {
        policies.append(++version,
                policy("actor-in-group-or-role", ",\"settings\":{\"groups\":\"Sam Rivera\"},\"message\":\"Ask Sam Rivera\"")
                        .replace("\"name\":\"Decisions\"", "\"name\":\"Decisions of Sam Rivera\""));
        IssueRow issue = wired.decision("Sam Rivera decides");
        String link = page("admin", "").selectFirst("#decision-gates-health-support").attr("href");
        assertEquals(0, page("lead", "?project=SHOP").select("#decision-gates-health-support").size());
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(wired.bytes("admin", link.substring(link.indexOf("/plugins"))))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertEquals(Set.of("about.json", "approvals.json", "chains.json", "errors.json", "gates.json", "health.json", "jobs.json",
                "journal.json",
                "policies.json", "set-up.json", "tables.json", "versions.json"), files.keySet());
        files.forEach((name, text) -> {
            assertFalse(name + " could not be made: " + text, text.startsWith("{\n  \"failed\""));
            for (String told : List.of("Rivera", issue.key(), "SHOP", "Storefront", "\"lead\"", "Decision workflow")) {
                assertFalse(name + " holds " + told + ": " + text, text.contains(told));
            }
        });
        assertTrue(files.get("policies.json"), files.get("policies.json").contains("\"policy\" : \"decision\"")
                && files.get("policies.json").contains("\"groups\" : \"1 entries\""));
        assertTrue(files.get("gates.json"), files.get("gates.json").contains("\"workflow\" : \"workflow-1\"")
                && files.get("gates.json").contains("\"gate\" : \"in-review\""));
        assertTrue(files.get("tables.json"), files.get("tables.json").contains("\"database\" : \"H2\""));
        assertTrue(files.get("versions.json"), files.get("versions.json").contains("\"disabledModules\" : [ ]"));
    }

    @Test
    public void showsHowJobsRan() throws Exception {
        await("a job has run by itself").pollInterval(Duration.ofSeconds(2)).atMost(Duration.ofMinutes(3))
                .until(() -> page("admin", "").select("table[aria-labelledby=decision-gates-health-jobs] .aui-lozenge-success").eachText()
                        .contains("Done"));
        List<String> jobs = page("admin", "").select("table[aria-labelledby=decision-gates-health-jobs] tbody td:first-child code")
                .eachText();
        assertEquals(
                List.of("close-weeks", "compare-policies", "reconcile", "remove-tasks", "seal-journal", "send-digests",
                        "send-notifications",
                        "sweep-approvals", "sweep-debt", "verify-approvals", "verify-journal"),
                jobs);
        assertTrue("in words", page("admin", "").select("table[aria-labelledby=decision-gates-health-jobs]").text()
                .contains("Seal the journal of gates"));
        assertEquals("a project is told nothing of jobs", 0,
                page("lead", "?project=SHOP").select("table[aria-labelledby=decision-gates-health-jobs]").size());
    }

    @Test
    public void admitsAdministratorsOfTheScopeAlone() throws Exception {
        assertEquals(200, wired.get("lead", PAGE + "?project=SHOP").status());
        assertEquals(403, wired.get("lead", PAGE).status());
        assertEquals(404, wired.get("lead", PAGE + "?project=GONE").status());
    }

    @Test
    public void looksAtEverythingWithFiveStatements() throws Exception {
        await("the entries are sealed").atMost(Duration.ofMinutes(3)).until(() -> {
            wired.runJob("sealJob");
            return wired.get("lead", "/rest/decision-gates/1.0/journal/verification?project=SHOP").json().get("unsealed").asLong() == 0;
        });
        StatementLog log = wired.box.logStatements();
        wired.get("admin", REST);
        assertEquals("two of seals, one each of jobs, background tasks and waivers", 5, ofTheApp(log));
        StatementLog ofAProject = wired.box.logStatements();
        assertEquals(200, wired.get("lead", PAGE + "?project=SHOP").status());
        assertEquals("a project is looked at in memory, but for its waivers", 1, ofTheApp(ofAProject));
    }

    private static long ofTheApp(StatementLog log) {
        return log.sent().butOf(WiredJira.IN_THEIR_OWN_TIME).sql().stream()
                .filter(sql -> sql.matches(".*(GATE_EVENT|GATE_SEAL|JOB_RUN|BACKGROUND_TASK|WAIVER_STEP).*"))
                .count();
    }

    /** A policy with every gate that the shipped workflow names, each of one rule. */
    private static String policy(String rule, String more) {
        return "{\"format\":1,\"key\":\"decision\",\"name\":\"Decisions\",\"issueType\":\"decision\",\"gates\":["
                + Stream.of("in-review", "decided", "in-delivery", "live", "rejected", "superseded")
                        .map(gate -> "{\"key\":\"" + gate + "\",\"name\":\"" + gate
                                + "\",\"enforcement\":\"evaluate\",\"rules\":[{\"rule\":\"" + rule + "\"" + more + "}]}")
                        .reduce((one, other) -> one + "," + other).orElseThrow()
                + "]}";
    }

    private static List<String> findings() throws Exception {
        JsonNode answer = wired.get("admin", REST).json();
        return answer.findValues("findings").stream().flatMap(found -> StreamSupport.stream(found.spliterator(), false))
                .map(found -> found.get("key").asText() + " " + found.get("severity").asText() + " " + found.get("count").asInt()).toList();
    }

    private static Document page(String who, String query) throws Exception {
        return Jsoup.parse(wired.get(who, PAGE + query).body());
    }
}
