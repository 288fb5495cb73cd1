package org.decisiongates.sandbox.jira;

import static org.awaitility.Awaitility.await;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Duration;
import java.util.List;

import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import com.fasterxml.jackson.databind.JsonNode;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.Options;
import org.decisiongates.sandbox.host.StatementLog;
import org.decisiongates.sandbox.jira.WiredJira.Reply;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.Levels;
import org.decisiongates.sandbox.jira.model.Permission;
import org.decisiongates.sandbox.jira.model.Permissions;
import org.decisiongates.sandbox.jira.model.Users;

/** The audit of a project in the built jar: who sees it, what it leaves out, and what it costs. */
public class AuditWiredTest {

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static final String REST = "/rest/decision-gates/1.0/audit";
    private static final String ITEM = "org.decisiongates.decision-gates:project-audit-link";
    private static final String PAGE = "/projects/SHOP?selectedItem=" + ITEM;
    private static final String PERMISSION = "decision-gates-view-audit";
    private static final int SEND_FOR_REVIEW = 11;

    private static WiredJira wired;
    private static IssueRow open;
    private static IssueRow secret;

    @BeforeClass
    public static void refuse() throws Exception {
        wired = WiredJira.start(BOXES, Options.Database.H2);
        long scheme = wired.jira.levels().createScheme("Levels");
        long level = wired.jira.levels().create(scheme, "Few", List.of("storefront-leads")).id();
        wired.jira.levels().useScheme(wired.id("SHOP"), scheme);
        open = wired.decision("Refused in the open");
        secret = wired.create("SHOP", "Decision",
                new IssueInput().set("summary", "Refused in secret").set(Levels.FIELD, String.valueOf(level))
                        .offScreen(IssueInput.OffScreen.ACCEPTED));
        for (IssueRow issue : List.of(open, secret)) {
            assertEquals(400, wired.jira.issues().transition("lead", issue.id(), SEND_FOR_REVIEW, new IssueInput()).reason());
        }
    }

    @Test
    public void showsThePageToThoseWhoAdministerTheProject() throws Exception {
        Document page = page("lead", "");
        assertFalse(page.select("a[href*=project-audit-link]").isEmpty());
        assertTrue(page.select(".decision-gates-audit-table tbody tr").eachText().toString(),
                page.select(".decision-gates-audit-issue").eachText().containsAll(List.of(open.key(), secret.key())));
        assertTrue(page.select("h2").eachText().toString(), page.select("h2").eachText().contains("Gate audit"));
        assertEquals(List.of(), wired.box.blockedCalls());

        Document others = page("reader", "");
        assertEquals(0, others.select(".decision-gates-audit-table").size());
        assertEquals("the link is not offered either", 0, others.select("a[href*=project-audit-link]").size());
    }

    @Test
    public void isThereForTheAuditorOfTheSample() throws Exception {
        Document page = page("auditor", "");
        assertFalse(page.select("a[href*=project-audit-link]").isEmpty());
        List<String> issues = page.select(".decision-gates-audit-issue").eachText();
        assertTrue(issues.toString(), issues.contains(open.key()) && !issues.contains(secret.key()));
        assertEquals("of no other project", 403, wired.get("auditor", REST + "/export?project=OPS&format=json").status());
    }

    @Test
    public void verifiesTheChainOnThePage() throws Exception {
        await("the entries are sealed").atMost(Duration.ofMinutes(3)).until(() -> {
            wired.runJob("sealJob");
            return wired.get("lead", "/rest/decision-gates/1.0/journal/verification?project=SHOP").json().get("unsealed").asLong() == 0;
        });
        Element link = page("lead", "&rule=has-owner").selectFirst(".decision-gates-audit-verify");
        Document whole = Jsoup.parse(wired.get("lead", link.attr("href").replaceAll("^.*?(?=/projects/)|#.*$", "")).body());
        Element found = whole.selectFirst("#decision-gates-audit-verified");
        assertTrue(found.text(), found.hasClass("aui-message-success") && found.text().startsWith("Unchanged: links 1 to "));
        assertEquals("the filter is kept", "has-owner", whole.selectFirst("select[name=rule] option[selected]").val());
        assertEquals(0, page("lead", "").select("#decision-gates-audit-verified").size());
        assertEquals(List.of(), wired.box.blockedCalls());

        String change = "update \"" + wired.table("GATE_EVENT") + "\" set \"TRANSITION_NAME\" = ? where \"ISSUE_ID\" = " + open.id();
        wired.box.box().jdbc().sql(change).param("Nothing at all").update();
        Element broken = page("lead", "&verify=0").selectFirst("#decision-gates-audit-verified");
        // whether the job has run by itself by now is a matter of time
        wired.box.service(PluginSettingsFactory.class).createGlobalSettings()
                .remove("org.decisiongates.decision-gates:audit.verified." + wired.id("SHOP"));
        wired.runJob("verificationJob");
        String health = wired.get("admin", "/rest/decision-gates/1.0/health").body();
        assertTrue(health, health.contains("chains.broken"));
        wired.box.box().jdbc().sql(change).param("Send for review").update();
        assertTrue(broken.text(), broken.hasClass("aui-message-error") && broken.text().contains("is broken: its entry or its seal"));
        wired.runJob("verificationJob");
        assertFalse("restored", wired.get("admin", "/rest/decision-gates/1.0/health").body().contains("chains.broken"));
        assertEquals("for those who may read it", 0, page("reader", "&verify=0").select("#decision-gates-audit-verified").size());
    }

    @Test
    public void opensToThoseToWhomThePermissionSchemeGrantsIt() throws Exception {
        String verification = "/rest/decision-gates/1.0/journal/verification?project=SHOP";
        wired.jira.users().create("examiner", "Examiner", "examiner@example.com", "examiner");
        wired.jira.users().join("examiner", Users.LICENSED);
        wired.jira.users().join("examiner", "examiners");
        wired.jira.permissions().grant(wired.id("SHOP"), PERMISSION, "examiners");
        assertEquals("a grant without the right to browse", 404, wired.get("examiner", REST + "?project=SHOP").status());

        wired.jira.permissions().grant(wired.id("SHOP"), Permission.BROWSE_PROJECTS, "examiners");
        JsonNode entries = wired.get("examiner", REST + "?project=SHOP&outcome=REFUSED&limit=500").json();
        assertEquals("what is hidden stays hidden", 1, entries.get("hidden").asInt());
        assertEquals(200, wired.get("examiner", REST + "/export?project=SHOP").status());
        assertTrue(wired.get("examiner", verification).json().get("intact").asBoolean());
        assertFalse(page("examiner", "").select("a[href*=project-audit-link]").isEmpty());
        assertTrue(page("examiner", "").select(".decision-gates-audit-table").size() == 1);
        assertEquals("and nothing that "
                + "administers", 403, wired.get("examiner", "/rest/decision-gates/1.0/journal?project=SHOP").status());

        wired.jira.permissions().revoke(wired.id("SHOP"), PERMISSION, "examiners");
        wired.jira.permissions().grant(wired.id("SHOP"), PERMISSION, Permissions.ANYONE);
        assertEquals("granted to anyone, logged in", 200, wired.get("reader", verification).status());
        assertEquals("and nobody else", 401, wired.get(null, verification).status());
        wired.jira.permissions().revoke(wired.id("SHOP"), PERMISSION, Permissions.ANYONE);
        for (String who : List.of("examiner", "reader", "owner")) {
            assertEquals(who, 403, wired.get(who, REST + "?project=SHOP").status());
            assertEquals(who, 403, wired.get(who, verification).status());
            assertEquals(who, 0, page(who, "").select(".decision-gates-audit-table").size());
        }
    }

    @Test
    public void filtersByWhatIsAskedAndKeepsItInTheForm() throws Exception {
        Document refused = page("lead", "&outcome=REFUSED&rule=has-owner&transition=Send%20for%20review");
        assertEquals("Refused", String.join(" ", refused.select(".decision-gates-audit-table .aui-lozenge").eachText().stream().distinct()
                .toList()));
        assertEquals("has-owner", refused.selectFirst("select[name=rule] option[selected]").val());
        assertEquals(ITEM, refused.selectFirst("input[name=selectedItem]").val());
        Document unknown = page("lead", "&rule=no-such-rule");
        assertEquals("There is no rule \u201Cno-such-rule\u201D. Choose one in the form, or use a key that GET "
                + "/rest/decision-gates/1.0/rules lists.", unknown.select(".decision-gates-filter-problems p").text());
        assertEquals("Correct the filter above, then press Show again.", unknown.select(".decision-gates-audit").text());
        for (String call : List.of("/audit", "/audit/export", "/insight", "/insight/export")) {
            Reply answer = wired.get("lead", "/rest/decision-gates/1.0" + call + "?project=SHOP&rule=no-such-rule");
            assertEquals(call, 400, answer.status());
            assertEquals(call, "no-such-rule", answer.json().at("/errors/rule").asText().replaceAll("^.*\u201C|\u201D.*$", ""));
        }
        Document lost = page("lead", "&after=nowhere");
        assertEquals(wired.get("lead", REST + "?project=SHOP&after=nowhere").json().at("/errorMessages/0").asText(),
                lost.select(".decision-gates-filter-problems p").text());
        assertEquals("Correct the filter above, then press Show again.", lost.select(".decision-gates-audit").text());
        Document wrong = page("lead", "&from=%3Cscript%3E");
        assertEquals(1, wrong.select(".decision-gates-filter-problems p").size());
    }

    @Test
    public void leavesOutWhatTheReaderMayNotBrowseAndCountsIt() throws Exception {
        JsonNode lead = wired.get("lead", REST + "?project=SHOP&outcome=REFUSED&limit=500").json();
        Reply admin = wired.get("admin", REST + "?project=SHOP&outcome=REFUSED&limit=500");
        assertEquals(0, lead.get("hidden").asInt());
        assertEquals(1, admin.json().get("hidden").asInt());
        assertEquals(lead.get("entries").size(), admin.json().get("entries").size() + 1);
        for (String format : List.of("csv", "json")) {
            Reply file = wired.get("admin", REST + "/export?project=SHOP&format=" + format);
            assertEquals(200, file.status());
            assertEquals("attachment; filename=\"gates-SHOP." + format + "\"", file.header("Content-Disposition"));
            assertTrue(file.body(), file.body().contains(open.key()) && file.body().contains("hidden"));
            assertFalse(file.body().matches("(?s).*\\b(" + secret.key() + "|" + secret.id() + ")\\b.*"));
        }
    }

    @Test
    public void readsAPageWithTwoStatementsOfItsOwn() throws Exception {
        wired.awaitFirstLook();
        wired.get("lead", REST + "?project=SHOP");
        StatementLog log = wired.box.logStatements();
        assertEquals(200, wired.get("lead", REST + "?project=SHOP&limit=500").status());
        List<String> sent = log.sent().butOf(WiredJira.IN_THEIR_OWN_TIME).with("AO_").sql();
        assertEquals("the entries and their seals: " + sent, 2, sent.size());
    }

    @Test
    public void turnsThePages() throws Exception {
        JsonNode all = wired.get("lead", REST + "?project=SHOP&limit=500").json().get("entries");
        String after = "";
        for (int i = 0; i < Math.min(4, all.size()); i++) {
            JsonNode page = wired.get("lead", REST + "?project=SHOP&limit=1&after=" + after).json();
            assertEquals(all.get(i).get("sequence"), page.at("/entries/0/sequence"));
            after = page.get("next").asText();
        }
    }

    private static Document page(String who, String query) throws Exception {
        Reply reply = wired.get(who, PAGE + query);
        assertEquals(reply.body(), 200, reply.status());
        return Jsoup.parse(reply.body());
    }
}
