package org.decisiongates.sandbox.host;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import kong.unirest.core.HttpRequest;
import kong.unirest.core.HttpResponse;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;

/** A small plugin that uses everything the core offers, in a box that has nothing else. */
public class WholePluginWiredTest {

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static RunningBox box;

    @BeforeClass
    public static void start() throws IOException {
        PluginSource plugin = PluginSource.aPlugin("org.example.whole")
                .imports(
                        "com.atlassian.sal.api.lifecycle,com.atlassian.sal.api.transaction,com.atlassian.activeobjects.external,net.java.ao,net.java.ao.schema,"
                                + "com.atlassian.templaterenderer,com.atlassian.annotations.security,com.atlassian.plugins.rest.api.security.annotation,jakarta.ws.rs,jakarta.ws.rs.core,jakarta.inject,"
                                + "jakarta.servlet,jakarta.servlet.http,com.atlassian.plugin.web")
                .with("Note", """
                        import net.java.ao.Entity;
                        import net.java.ao.schema.*;
                        public interface Note extends Entity {
                            @NotNull String getTitle(); void setTitle(String title);
                            @StringLength(StringLength.UNLIMITED) String getBody(); void setBody(String body);
                        }""")
                .with("Notes", """
                        import com.atlassian.activeobjects.external.ActiveObjects;
                        import com.atlassian.sal.api.lifecycle.LifecycleAware;
                        public class Notes implements LifecycleAware {
                            private final ActiveObjects ao;
                            public Notes(ActiveObjects ao) { this.ao = ao; }
                            public void onStart() { add("first <b>"); }
                            public void onStop() { }
                            public void add(String title) { ao.executeInTransaction(() -> ao.create(Note.class, java.util.Map.of("TITLE", title))); }
                            public int count() { return ao.count(Note.class); }
                        }""")
                .with("NotesResource", """
                        import jakarta.ws.rs.*;
                        import jakarta.inject.Inject;
                        @Path("/notes")
                        public class NotesResource {
                            private final Notes notes;
                            @Inject public NotesResource(Notes notes) { this.notes = notes; }
                            @GET @Produces("application/json") public String count() { return "{\\"count\\":" + notes.count() + "}"; }
                            @POST @Consumes({"application/json", "application/x-www-form-urlencoded"}) public void add(String title) { notes.add(title); }
                            @GET @Path("broken") public String broken() { throw new IllegalStateException("secret detail"); }
                            @com.atlassian.plugins.rest.api.security.annotation.AdminOnly @GET @Path("admin") public String admin() { return "admin"; }
                            @com.atlassian.plugins.rest.api.security.annotation.UnrestrictedAccess @GET @Path("open") public String open() { return "open"; }
                        }""")
                .with("View", """
                        public class View {
                            public String getListed() { return "<listed>"; }
                            public String getForgotten() { return "forgotten"; }
                        }""")
                .with("PageServlet", """
                        import com.atlassian.templaterenderer.TemplateRenderer;
                        import jakarta.servlet.http.*;
                        public class PageServlet extends HttpServlet {
                            private final TemplateRenderer renderer;
                            public PageServlet(TemplateRenderer renderer) { this.renderer = renderer; }
                            @Override protected void doGet(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
                                response.setContentType("text/html;charset=UTF-8");
                                renderer.render("/page.vm", java.util.Map.of("view", new View(), "text", "<i>&", "partHtml", "<b>ok</b>", "list", java.util.List.of(1, 2), "map", java.util.Map.of("a", 1), "set", java.util.Set.of(3)), response.getWriter());
                            }
                        }""")
                .with("OpenServlet", """
                        import jakarta.servlet.http.*;
                        @com.atlassian.annotations.security.UnrestrictedAccess
                        public class OpenServlet extends HttpServlet {
                            @Override protected void doGet(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
                                response.getWriter().write("open");
                            }
                        }""")
                .with("PublicServlet", """
                        import jakarta.servlet.http.*;
                        @com.atlassian.annotations.security.AnonymousSiteAccess
                        public class PublicServlet extends HttpServlet {
                        }""")
                .with("OwnFilter", """
                        import jakarta.servlet.*;
                        public class OwnFilter implements Filter {
                            @Override public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) throws java.io.IOException {
                                response.getWriter().write("filtered");
                            }
                        }""")
                .file("page.vm",
                        "text=$text part=$partHtml listed=$view.listed forgotten=$view.forgotten size=$list.size() $list.isEmpty() #foreach($one in $list)$one#end label=$i18n.getText(\"whole.label\")"
                                + " $text.length() $text.isEmpty() $map.a $map.get(\"a\") $map.size() $list.get(0) #foreach($one in $set)$one#end\n")
                .file("i18n/whole.properties", "whole.label=It''s \\u00fc\n")
                .file("thing.js", "var label = AJS.I18n.getText('whole.label');\n")
                .module("<resource type=\"i18n\" name=\"i18n\" location=\"i18n/whole\"/>")
                .module("<ao key=\"ao\" namespace=\"org.example.whole\"><entity>test.Note</entity></ao>")
                .module("<rest key=\"rest\" path=\"/whole\" version=\"1.0\"><package>test</package></rest>")
                .module("<servlet key=\"page\" class=\"test.PageServlet\"><url-pattern>/whole</url-pattern></servlet>")
                .module("<servlet key=\"open\" class=\"test.OpenServlet\"><url-pattern>/open</url-pattern></servlet>")
                .module("<servlet key=\"public\" class=\"test.PublicServlet\"><url-pattern>/public</url-pattern></servlet>")
                .module("<servlet-filter key=\"own\" class=\"test.OwnFilter\"><url-pattern>/plugins/servlet/filtered</url-pattern></servlet-filter>")
                .module("<velocity-allowlist key=\"allowed\"><method>test.View#getListed()</method></velocity-allowlist>")
                .module("<web-resource key=\"things\"><transformation extension=\"js\"><transformer key=\"jsI18n\"/></transformation>"
                        + "<resource type=\"download\" name=\"thing.js\" location=\"/thing.js\"/></web-resource>")
                .module("<web-item key=\"link\" section=\"here\"><label key=\"whole.label\"/><link linkId=\"the-link\">/plugins/servlet/whole?x=$x</link></web-item>")
                .module("<web-item key=\"other\" application=\"confluence\" section=\"here\"><label key=\"none\"/><condition class=\"com.nowhere.Missing\"/></web-item>")
                .index("component", "test.Notes")
                .index("imports", "com.atlassian.activeobjects.external.ActiveObjects", "com.atlassian.templaterenderer.TemplateRenderer")
                .index("exports", "test.Notes#com.atlassian.sal.api.lifecycle.LifecycleAware");
        box = BOXES.start(TinyProduct.jira(), BOXES.options(), plugin.jar(BOXES.folder()));
    }

    @Test
    public void storesAndServesOverRest() throws Exception {
        assertTrue(get("/rest/whole/1.0/notes", "reader").getBody().startsWith("{\"count\":"));
        assertEquals(200, get("/rest/whole/latest/notes", "reader").getStatus());
    }

    @Test
    public void countsOneInsertPerNote() throws Exception {
        StatementLog log = box.logStatements();
        HttpResponse<String> answer = post("/rest/whole/1.0/notes", "reader", "application/json", "\"x\"");
        assertEquals(204, answer.getStatus());
        assertEquals(1, log.sent().with("insert into").count());
        assertEquals(1, log.sent().count());
    }

    @Test
    public void refusesAnonymousCallsOfAResourceThatSaysNothing() throws Exception {
        assertEquals(401, get("/rest/whole/1.0/notes", null).getStatus());
        assertEquals(200, get("/rest/whole/1.0/notes/open", null).getStatus());
    }

    @Test
    public void letsOnlyAdministratorsCallWhatIsTheirs() throws Exception {
        assertEquals(403, get("/rest/whole/1.0/notes/admin", "reader").getStatus());
        assertEquals(200, get("/rest/whole/1.0/notes/admin", "admin").getStatus());
    }

    @Test
    public void refusesAFormWithoutTheTokenHeader() throws Exception {
        assertEquals(403, post("/rest/whole/1.0/notes", "reader", "application/x-www-form-urlencoded", "a=b").getStatus());
    }

    @Test
    public void tellsNothingOfAnExceptionButAReference() throws Exception {
        HttpResponse<String> answer = get("/rest/whole/1.0/notes/broken", "reader");
        assertEquals(500, answer.getStatus());
        assertTrue(answer.getBody(), answer.getBody().startsWith("{\"status-code\":500,\"message\":"));
        assertTrue(answer.getBody(), !answer.getBody().contains("secret"));
    }

    @Test
    public void escapesEverythingAndBlocksCallsThatAreNotListed() throws Exception {
        String page = get("/plugins/servlet/whole", "reader").getBody();
        assertEquals(
                "text=&lt;i&gt;&amp; part=<b>ok</b> listed=&lt;listed&gt; forgotten=$view.forgotten size=2 false 12 label=It&#39;s \u00fc"
                        + " $text.length() $text.isEmpty() $map.a $map.get(\"a\") $map.size() $list.get(0) ",
                page);
        assertTrue(box.blockedCalls().containsAll(
                List.of("java.lang.String#length()", "java.lang.String#isEmpty()", "java.util.AbstractMap#get(java.lang.Object)")));
        assertTrue(box.blockedCalls().contains("test.View#getForgotten()"));
    }

    @Test
    public void sendsAnonymousReadersOfAServletToTheLogin() throws Exception {
        HttpResponse<String> answer = get("/plugins/servlet/whole", null);
        assertEquals(302, answer.getStatus());
        assertTrue(answer.getHeaders().getFirst("Location").contains("/jira/login?os_destination=%2Fplugins%2Fservlet%2Fwhole"));
    }

    @Test
    public void keepsUnlicensedPeopleOutOfWhatSaysNothingAboutAccess() throws Exception {
        assertEquals(403, get("/rest/whole/1.0/notes", "unlicensed").getStatus());
        for (String path : List.of("/plugins/servlet/whole", "/plugins/servlet/filtered", "/plugins/servlet/public")) {
            for (String user : Arrays.asList("unlicensed", null)) {
                HttpResponse<String> answer = get(path, user);
                assertEquals(path + " by " + user, 302, answer.getStatus());
                assertTrue(answer.getHeaders().getFirst("Location").startsWith("/jira/login?os_destination="));
            }
        }
        assertEquals("filtered", get("/plugins/servlet/filtered", "reader").getBody());
        assertEquals("open", get("/plugins/servlet/open", "unlicensed").getBody());
        assertEquals("open", get("/plugins/servlet/open", null).getBody());
        assertEquals("open", get("/rest/whole/1.0/notes/open", null).getBody());
    }

    @Test
    public void translatesScriptsWhenTheyAreServed() throws Exception {
        assertEquals("var label = \"It's \u00fc\";\n", get("/download/resources/org.example.whole:things/thing.js", null).getBody());
        assertEquals(404, get("/download/resources/org.example.whole:things/test/Notes.class", null).getStatus());
    }

    @Test
    public void showsTheFragmentsOfThisProductOnly() {
        List<WebItem> items = box.box().fragments().items("here", java.util.Map.of("x", "1"));
        assertEquals(1, items.size());
        assertEquals("/jira/plugins/servlet/whole?x=1", items.get(0).url());
        assertEquals("It's \u00fc", items.get(0).label());
    }

    private static HttpResponse<String> get(String path, String user) {
        return sent(RestClient.at(box.baseUrl()).get(path), user);
    }

    private static HttpResponse<String> post(String path, String user, String type, String body) {
        return sent(RestClient.at(box.baseUrl()).post(path).header("Content-Type", type).body(body), user);
    }

    private static HttpResponse<String> sent(HttpRequest<?> request, String user) {
        return (user == null ? request : request.basicAuth(user, user)).asString();
    }
}
