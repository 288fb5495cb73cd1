package org.decisiongates.sandbox.confluence;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import kong.unirest.core.HttpResponse;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.PluginSource;
import org.decisiongates.sandbox.host.RunningBox;

/** The pages of the Confluence process, with a plugin whose macros show what macros are told and break in every way. */
public class PagesWiredTest {

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static final Pattern ID = Pattern.compile("ajs-page-id\" content=\"(\\d+)\"");
    private static RunningBox box;

    private final Reader lead = Reader.named(box, "lead");

    @BeforeClass
    public static void start() throws IOException {
        PluginSource plugin = PluginSource.aPlugin("org.example.macros")
                .imports("com.atlassian.confluence.macro,com.atlassian.confluence.content.render.xhtml,com.atlassian.confluence.core,"
                        + "com.atlassian.confluence.renderer,com.atlassian.confluence.user,com.atlassian.renderer,com.atlassian.sal.api.user")
                .with("Mirror", macro("Mirror", "RICH_TEXT", """
                        return "<b>p=" + parameters + " out=" + context.getOutputType() + " space=" + context.getSpaceKey()
                            + " title=" + (context.getEntity() == null ? null : context.getEntity().getTitle())
                            + " same=" + (context.getEntity() == null ? null : context.getPageContext().getPageTitle())
                            + " user=" + com.atlassian.confluence.user.AuthenticatedUserThreadLocal.getUsername() + "</b>" + body;"""))
                .with("Plain", macro("Plain", "PLAIN_TEXT", "return \"<pre>\" + body.length() + \"</pre>\";"))
                .with("Refuses",
                        macro("Refuses", "NONE", "throw new com.atlassian.confluence.macro.MacroExecutionException(\"no <b>luck</b>\");"))
                .with("Breaks", macro("Breaks", "NONE", "throw new StackOverflowError(\"secret\");"))
                .module(module("mirror", "Mirror", "<parameters><parameter name=\"a\" type=\"enum\" default=\"two\"><value name=\"one\"/>"
                        + "<value name=\"two\"/></parameter><parameter name=\"b\" type=\"boolean\"/><parameter name=\"c\" type=\"int\" required=\"true\"/>"
                        + "<parameter name=\"h\" type=\"string\" hidden=\"true\"/></parameters><alias name=\"old-mirror\"/>"))
                .module(module("plain", "Plain", ""))
                .module(module("refuses", "Refuses", ""))
                .module(module("breaks", "Breaks", ""))
                .module("<xhtml-macro key=\"elsewhere\" name=\"elsewhere\" class=\"test.Missing\" application=\"jira\"/>")
                .module("<resource type=\"i18n\" name=\"i18n\" location=\"i18n/macros\"/>")
                .file("i18n/macros.properties",
                        "org.example.macros.mirror.label=Mirror <of> all\norg.example.macros.mirror.desc=Shows what it sees\n"
                                + "org.example.macros.mirror.param.a.label=First\norg.example.macros.mirror.param.a.one.label=Number one\n");
        box = BOXES.start(new ConfluenceProduct(), BOXES.options(), plugin.jar(BOXES.folder()));
    }

    @Test
    public void logsInThroughTheForm() {
        Reader somebody = Reader.anonymous(box);
        HttpResponse<String> sent = somebody.get("/display/SHOP/Weekly+decision+summary");
        assertEquals(302, sent.getStatus());
        assertTrue(location(sent), location(sent).contains("/login.action?os_destination=%2Fdisplay%2FSHOP%2FWeekly%2Bdecision%2Bsummary"));
        assertTrue(
                somebody.form("/login.action", "/login", "os_username", "reader", "os_password", "wrong").getBody().contains("incorrect"));
        HttpResponse<String> in = somebody.form("/login.action", "/login", "os_username", "reader", "os_password", "reader",
                "os_destination", "/display/SHOP/Weekly+decision+summary");
        assertEquals(302, in.getStatus());
        assertTrue(location(in), location(in).endsWith("/confluence/display/SHOP/Weekly+decision+summary"));
        assertEquals(200, somebody.get("/display/SHOP/Weekly+decision+summary").getStatus());
    }

    @Test
    public void neverSendsPeopleToOtherSites() {
        String form = Reader.anonymous(box).get("/login.action?os_destination=//evil.example/").getBody();
        assertTrue(form.contains("name=\"os_destination\" value=\"/\""));
    }

    @Test
    public void createsAPageAndSavesItAgain() {
        HttpResponse<String> created = lead.form("/pages/createpage.action?spaceKey=SHOP", "/pages/docreatepage.action", "spaceKey", "SHOP",
                "title", "Made by hand", "storage", "<p>first</p>");
        assertEquals(created.getBody(), 302, created.getStatus());
        String page = lead.get("/display/SHOP/Made+by+hand").getBody();
        assertTrue(page.contains("<p>first</p>"));
        String id = id(page);
        assertEquals(302, save(id, "1", "Made by hand", "<p>second</p>").getStatus());
        HttpResponse<String> late = save(id, "1", "Made by hand", "<p>typed in vain</p>");
        assertEquals(409, late.getStatus());
        assertTrue(late.getBody().contains("Current version is: 2"));
        assertTrue(late.getBody().contains("&lt;p&gt;typed in vain&lt;/p&gt;"));
        HttpResponse<String> malformed = save(id, "2", "Made by hand", "<p>open");
        assertEquals(400, malformed.getStatus());
        assertTrue(malformed.getBody().contains("Error parsing xhtml"));
        assertTrue(lead.get("/pages/viewpreviousversions.action?pageId=" + id).getBody().contains("CURRENT (v. 2)"));
        assertTrue(lead.get("/pages/viewpage.action?pageId=" + id + "&pageVersion=1").getBody().contains("<p>first</p>"));
    }

    @Test
    public void refusesFormsFromElsewhere() {
        HttpResponse<String> answer = lead.formWithoutToken("/pages/docreatepage.action", "spaceKey", "SHOP", "title", "Forged", "storage",
                "<p/>");
        assertEquals(403, answer.getStatus());
        assertEquals(404, lead.get("/display/SHOP/Forged").getStatus());
    }

    @Test
    public void offersEditingOnlyToEditors() {
        Reader reader = Reader.named(box, "reader");
        String page = reader.get("/display/SHOP/Weekly+decision+summary").getBody();
        assertFalse(page.contains("editPageLink"));
        assertEquals(403, reader.get("/pages/editpage.action?pageId=" + id(page)).getStatus());
        assertEquals(403, reader.get("/pages/createpage.action?spaceKey=SHOP").getStatus());
        assertEquals(403, reader.get("/admin/applinks").getStatus());
        assertEquals(404, lead.get("/pages/viewpage.action?pageId=99999999").getStatus());
        assertEquals(404, lead.get("/display/NONE").getStatus());
        assertEquals(200, Reader.anonymous(box).get("/display/OPS").getStatus());
    }

    @Test
    public void tellsMacrosWhereTheyAre() {
        String id = write("Mirrors", "<ac:structured-macro ac:name=\"mirror\"><ac:parameter ac:name=\"a\">one</ac:parameter>"
                + "<ac:rich-text-body><p>in</p></ac:rich-text-body></ac:structured-macro><ac:structured-macro ac:name=\"old-mirror\"/>");
        String page = lead.get("/pages/viewpage.action?pageId=" + id).getBody();
        assertTrue(page, page.contains("<b>p={a=one} out=display space=SHOP title=Mirrors same=Mirrors user=lead</b><p>in</p>"));
        assertTrue(page, page.contains("<b>p={} out=display"));
        assertTrue(lead.get("/spaces/flyingpdf/pdfpageexport.action?pageId=" + id).getBody().contains("out=pdf"));
        HttpResponse<String> word = lead.get("/exportword?pageId=" + id);
        assertTrue(word.getBody().contains("out=word"));
        assertTrue(word.getHeaders().getFirst("Content-Type").startsWith("application/msword"));
        assertTrue(lead.get("/rest/api/content/" + id + "?expand=body.export_view").getBody().contains("out=html_export"));
    }

    @Test
    public void keepsThePageWhenAMacroFails() {
        String id = write("Broken things",
                "<p>before</p><ac:structured-macro ac:name=\"refuses\"/><ac:structured-macro ac:name=\"breaks\"/>"
                        + "<ac:structured-macro ac:name=\"nobody&lt;b&gt;\"/><ac:structured-macro ac:name=\"elsewhere\"/>"
                        + "<ac:structured-macro ac:name=\"plain\"><ac:plain-text-body><![CDATA[<i>four</i>]]></ac:plain-text-body></ac:structured-macro>"
                        + "<p>after</p>");
        String page = lead.get("/pages/viewpage.action?pageId=" + id).getBody();
        assertTrue(page.contains("<p>before</p>"));
        assertTrue(page.contains("<p>after</p>"));
        assertTrue(page.contains("Error rendering macro &#39;refuses&#39; : no &lt;b&gt;luck&lt;/b&gt;"));
        assertTrue(page.contains("Error rendering macro &#39;breaks&#39;"));
        assertFalse(page.contains("secret"));
        assertTrue(page.contains("Unknown macro: 'nobody&lt;b&gt;'"));
        assertTrue(page.contains("Unknown macro: 'elsewhere'"));
        assertTrue(page.contains("<pre>11</pre>"));
    }

    @Test
    public void listsMacrosWithTheTextsOfTheirPlugin() {
        String editor = lead.get("/pages/createpage.action?spaceKey=SHOP").getBody();
        assertTrue(editor.contains("data-macro-name=\"mirror\""));
        assertTrue(editor.contains("Mirror &lt;of&gt; all"));
        assertTrue("a forgotten text shows its key", editor.contains("org.example.macros.plain.label"));
        assertTrue(editor.contains("Number one"));
        assertTrue(editor.contains("data-macro-name=\"info\""));
        assertFalse(editor.contains("data-macro-name=\"elsewhere\""));
    }

    @Test
    public void previewsAMacroBeforeItIsInserted() {
        HttpResponse<String> preview = lead.json("POST", "/rest/tinymce/1/macro/preview",
                "{\"spaceKey\":\"SHOP\",\"macro\":{\"name\":\"mirror\",\"params\":{\"a\":\"<x>&\\\"'\"},\"body\":\"<p>b</p>\"}}");
        assertEquals(200, preview.getStatus());
        assertTrue(preview.getBody(), preview.getBody().contains("out=preview space=SHOP title=null"));
        assertTrue(preview.getBody(), preview.getBody().contains("<p>b</p>"));
        assertEquals(403, Reader.named(box, "reader").json("POST", "/rest/tinymce/1/macro/preview",
                "{\"spaceKey\":\"SHOP\",\"macro\":{\"name\":\"mirror\"}}").getStatus());
        assertTrue(lead.form("/dashboard.action", "/pages/previewpage.action", "spaceKey", "SHOP", "title", "T", "storage",
                "<ac:structured-macro ac:name=\"mirror\"/>").getBody().contains("out=preview"));
    }

    @Test
    public void survivesHostileBodies() {
        String id = write("Hostile", "<script>alert(1)</script><p onclick=\"x\">a</p><a href=\"javascript:x\">b</a><iframe src=\"x\"/>");
        String page = lead.get("/pages/viewpage.action?pageId=" + id).getBody();
        String content = page.substring(page.indexOf("id=\"main-content\""));
        assertTrue(content, content.contains("<p>a</p><a>b</a>"));
        assertFalse(content.contains("alert(1)"));
        assertFalse(content.contains("<iframe"));
    }

    private HttpResponse<String> save(String id, String version, String title, String storage) {
        return lead.form("/pages/editpage.action?pageId=" + id, "/pages/doeditpage.action", "pageId", id, "originalVersion", version,
                "title", title, "storage", storage, "versionComment", "");
    }

    private String write(String title, String storage) {
        HttpResponse<String> created = lead.form("/pages/createpage.action?spaceKey=SHOP", "/pages/docreatepage.action", "spaceKey", "SHOP",
                "title", title, "storage", storage);
        assertEquals(created.getBody(), 302, created.getStatus());
        return id(lead.get(location(created).substring("/confluence".length())).getBody());
    }

    private static String id(String page) {
        Matcher id = ID.matcher(page);
        assertTrue(page, id.find());
        return id.group(1);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.getHeaders().getFirst("Location");
    }

    private static String module(String name, String type, String content) {
        return "<xhtml-macro key=\"" + name + "\" name=\"" + name + "\" class=\"test." + type + "\" application=\"confluence\">"
                + "<category name=\"reporting\"/>" + content + "</xhtml-macro>";
    }

    private static String macro(String type, String body, String code) {
        return """
                import com.atlassian.confluence.content.render.xhtml.ConversionContext;
                import com.atlassian.confluence.macro.*;
                import java.util.Map;
                public class %s implements Macro {
                    @Override public String execute(Map<String, String> parameters, String body, ConversionContext context) throws MacroExecutionException {
                        %s
                    }
                    @Override public BodyType getBodyType() { return BodyType.%s; }
                    @Override public OutputType getOutputType() { return OutputType.BLOCK; }
                }""".formatted(type, code, body);
    }
}
