package org.decisiongates.sandbox.confluence;

import static org.awaitility.Awaitility.await;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import kong.unirest.core.HttpResponse;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.BuiltPlugin;
import org.decisiongates.sandbox.host.RunningBox;
import org.decisiongates.sandbox.jira.JiraProduct;

/** The packaged app in both products at once, joined by the application link, on the sample's data. */
public class BothProductsWiredTest {

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static final String PAGE = "/display/SHOP/Weekly+decision+summary";
    private static RunningBox jira;
    private static RunningBox confluence;

    @BeforeClass
    public static void start() throws IOException {
        jira = BOXES.start(new JiraProduct(), BOXES.options().withSecret("shared"), BuiltPlugin.jar());
        confluence = BOXES.start(new ConfluenceProduct(), BOXES.options().withSecret("shared")
                .withPeer("jira", URI.create(jira.baseUrl())), BuiltPlugin.jar());
        // What a first request costs is no part of what a reader waits for.
        Reader.named(jira, "lead").get("/rest/decision-gates/1.0/summary?project=SHOP");
    }

    @Test
    public void losesABlockerOnceItIsResolved() throws InterruptedException {
        Reader lead = Reader.named(jira, "lead");
        JsonNode open = Reader.read(lead.get("/rest/decision-gates/1.0/summary?project=SHOP")).path("blockers").path("rows");
        String key = open.get(open.size() - 1).path("key").asText();
        // a Jira that takes its time is asked in the background
        await("it is open").atMost(Duration.ofSeconds(30)).until(() -> page("stakeholder").contains("/browse/" + key + "\""));

        String outcome = "";
        for (JsonNode field : Reader.read(lead.get("/rest/api/2/field"))) {
            outcome = field.path("name").asText().equals("Outcome") ? field.path("id").asText() : outcome;
        }
        String resolve = "";
        for (JsonNode transition : Reader.read(lead.get("/rest/api/2/issue/" + key + "/transitions")).path("transitions")) {
            resolve = transition.path("name").asText().equals("Resolve") ? transition.path("id").asText() : resolve;
        }
        HttpResponse<String> moved = lead.json("POST", "/rest/api/2/issue/" + key + "/transitions", "{\"transition\":{\"id\":\"" + resolve
                + "\"},\"fields\":{\"resolution\":{\"name\":\"Done\"},\"" + outcome
                + "\":\"The supplier delivers from Monday on, as the contract says.\"}}");
        assertEquals(moved.getBody(), 204, moved.getStatus());

        String shown = page("stakeholder");
        assertTrue("a copy is shown for a minute", shown.contains("/browse/" + key + "\""));
        // Jira is asked anew once in five seconds at most
        String now = await("it is no longer open").atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(500)).until(() -> {
            refresh("stakeholder", page("stakeholder"));
            return page("stakeholder");
        }, page -> !part(page, "blockers").contains("/browse/" + key + "\""));
        assertTrue("it was closed this week", part(now, "closures").contains("/browse/" + key + "\""));
    }

    @Test
    public void showsEachReaderWhatJiraShowsThem() {
        assertTrue(page("reader").contains("Open blockers"));
        assertTrue(page("outsider").contains("You cannot see project SHOP in Jira"));
        assertTrue(page("visitor").contains("Jira has no user for you"));
        assertFalse(page("outsider").contains("/browse/SHOP-"));
        assertFalse(page("visitor").contains("/browse/SHOP-"));
    }

    /** A section of the summary, up to the next one. */
    private static String part(String page, String name) {
        int start = page.indexOf("<div class=\"decision-gates-week-" + name + "\">");
        assertTrue("no " + name + " on " + page, start >= 0);
        int end = page.indexOf("<h2>", page.indexOf("<h2>", start) + 1);
        return page.substring(start, end < 0 ? page.length() : end);
    }

    /** Follows the page's own link. */
    private static void refresh(String user, String page) {
        Matcher link = Pattern.compile("href=\"[^\"]*(/plugins/servlet/decision-gates/refresh[^\"]*)\"").matcher(page);
        assertTrue(page, link.find());
        assertTrue(Reader.named(confluence, user).get(link.group(1).replace("&amp;", "&")).getStatus() < 400);
    }

    private static String page(String user) {
        HttpResponse<String> page = Reader.named(confluence, user).get(PAGE);
        assertEquals(200, page.getStatus());
        return page.getBody();
    }
}
