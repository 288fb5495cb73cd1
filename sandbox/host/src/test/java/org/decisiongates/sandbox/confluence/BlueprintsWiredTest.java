package org.decisiongates.sandbox.confluence;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import kong.unirest.core.HttpResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.BuiltPlugin;
import org.decisiongates.sandbox.host.PluginRefused;
import org.decisiongates.sandbox.host.PluginSource;
import org.decisiongates.sandbox.host.RunningBox;

/** Pages that begin with what the packaged app offers; and what becomes of an app that offers what it does not have. */
public class BlueprintsWiredTest {

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static final String OWN = "org.decisiongates.decision-gates:";
    private static final String BLUEPRINT = "<blueprint key=\"one\" index-key=\"one\" create-result=\"edit\" i18n-name-key=\"one\">"
            + "<content-template ref=\"template\"/></blueprint>";
    private static RunningBox box;

    private final Reader lead = Reader.named(box, "lead");

    @BeforeClass
    public static void start() throws IOException {
        box = BOXES.start(new ConfluenceProduct(), BOXES.options(), BuiltPlugin.jar());
    }

    @Test
    public void offersBothPagesWithPictures() {
        Document dialog = Jsoup.parse(lead.get("/pages/createpage-choosetemplate.action?spaceKey=SHOP").getBody());

        assertEquals(List.of("Blank page", "Weekly decision summary", "Decision wrap-up"), dialog.select(".template-name").eachText());
        for (String picture : dialog.select("img.template-preview").eachAttr("src")) {
            HttpResponse<String> served = lead.get(picture.substring("/confluence".length()));
            assertEquals(picture, 200, served.getStatus());
            assertTrue(served.getHeaders().getFirst("Content-Type").startsWith("image/png"));
        }
        assertEquals(302, Reader.anonymous(box).get("/pages/createpage-choosetemplate.action?spaceKey=SHOP").getStatus());
        assertEquals(404, Reader.named(box, "reader").get("/pages/createpage-choosetemplate.action?spaceKey=SHOP").getStatus());
    }

    @Test
    public void beginsAPageThatOnlyNeedsTheProject() {
        String body = draft("weekly-summary-blueprint");
        assertTrue(body, body.contains("<ac:structured-macro ac:name=\"decision-weekly-summary\" ac:schema-version=\"1\">"
                + "<ac:parameter ac:name=\"week\">page</ac:parameter></ac:structured-macro>"));

        Document page = published("The week of the storefront", body);
        assertEquals("The macro needs a Jira project", page.select(".decision-gates-week .title").text());
        assertFalse("a placeholder is for authors", page.text().contains("Edit the macro and enter the key of your Jira project"));

        String help = page.select(".decision-gates-week-help").attr("href").substring("/confluence".length());
        for (String user : List.of("lead", "reader", "outsider")) {
            HttpResponse<String> explained = Reader.named(box, user).get(help);
            assertEquals(user, 200, explained.getStatus());
            assertEquals("of two macros", 6, Jsoup.parse(explained.getBody()).select("#main-content table").size());
            assertFalse("it tells of no page", explained.getBody().contains("The week of the storefront"));
        }
        assertEquals("readers of public pages", 200, Reader.anonymous(box).get(help).getStatus());
        assertEquals("readers of public pages", 303,
                Reader.anonymous(box).get("/plugins/servlet/decision-gates/refresh?project=SHOP").getStatus());
        assertEquals("readers without a licence", 200, Reader.named(box, "unlicensed").get(help).getStatus());
    }

    @Test
    public void wrapsUpWhatMovedWhoDecidedAndWhatRemainsOpen() {
        Document page = published("How the cycle ended", draft("wrap-up-blueprint"));

        assertEquals(List.of("What moved", "Who decided", "What remains open", "What we change in how we work"),
                page.select("#main-content h2").eachText());
        assertEquals(3, page.select(".decision-gates-week").size());
    }

    @Test
    public void refusesAnAppThatOffersWhatItDoesNotHave() {
        Map<String, PluginSource> broken = Map.of(
                "names the template template, which does not exist", plugin("a").module(BLUEPRINT),
                "names templates/one.xml, which is not in the jar", plugin("b").module(template("templates/one.xml")),
                "shows two, which is in no bundle",
                plugin("c").module(template("one.xml")).file("one.xml", "<p><at:i18n at:key=\"two\"/></p>"),
                "is no storage format", plugin("d").module(template("one.xml")).file("one.xml", "<p>"),
                "is offered by no web-item", plugin("e").module(template("one.xml")).module(BLUEPRINT).file("one.xml", "<p/>"),
                "has an icon with a relative address, images/one.png",
                plugin("g").module("<xhtml-macro key=\"one\" name=\"one\" class=\"test.One\" "
                        + "application=\"confluence\" icon=\"images/one.png\"/>").with("One", "public class One { }"),
                "has an empty documentation-url",
                plugin("h").module("<xhtml-macro key=\"one\" name=\"one\" class=\"test.One\" application=\"confluence\" "
                        + "documentation-url=\"\"/>").with("One", "public class One { }"),
                "names the blueprint org.example.f:nobody, which does not exist",
                plugin("f").module("<web-item key=\"item\" i18n-name-key=\"one\" "
                        + "section=\"system.create.dialog/content\"><description key=\"one\"/><resource name=\"icon\" type=\"download\" location=\"one.png\"/>"
                        + "<param name=\"blueprintKey\" value=\"nobody\"/></web-item>").file("one.png", "no picture"));
        broken.forEach((complaint, plugin) -> {
            PluginRefused refused = assertThrows(complaint, PluginRefused.class, () -> BOXES.start(new ConfluenceProduct(),
                    BOXES.options(), plugin.jar(BOXES.folder())).close());
            assertTrue(refused.getMessage(), refused.getMessage().contains(complaint));
        });
    }

    private String draft(String blueprint) {
        String body = Jsoup.parse(lead.get("/pages/createpage.action?spaceKey=SHOP&blueprint=" + OWN + blueprint).getBody())
                .select("#storage-text").val();
        assertFalse(body, body.contains("at:"));
        assertFalse(body, body.contains("decision-gates.blueprint"));
        return body;
    }

    private Document published(String title, String body) {
        HttpResponse<String> sent = lead.form("/pages/createpage.action?spaceKey=SHOP", "/pages/docreatepage.action", "spaceKey", "SHOP",
                "title", title,
                "storage", body, "originalVersion", "0");
        assertEquals(sent.getBody(), 302, sent.getStatus());
        return Jsoup.parse(lead.get(sent.getHeaders().getFirst("Location").substring("/confluence".length())).getBody());
    }

    private static PluginSource plugin(String name) {
        return PluginSource.aPlugin("org.example." + name).module("<resource type=\"i18n\" name=\"i18n\" location=\"texts\"/>")
                .file("texts.properties", "one=One\n");
    }

    private static String template(String file) {
        return "<content-template key=\"template\" i18n-name-key=\"one\"><resource name=\"template\" type=\"download\" location=\"" + file
                + "\"/></content-template>";
    }
}
