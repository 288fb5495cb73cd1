package org.decisiongates.sandbox.jira;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.PluginSource;
import org.decisiongates.sandbox.host.RunningBox;
import org.decisiongates.sandbox.jira.model.IssueInput;
import org.decisiongates.sandbox.jira.model.IssueRow;

/** An app's panel on the issue page and its page in the project's sidebar, with the context, conditions and resources Jira gives them. */
public class FragmentsWiredTest {

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static final String IMPORTS = """
            import com.atlassian.jira.issue.Issue;
            import com.atlassian.jira.plugin.webfragment.conditions.AbstractIssueWebCondition;
            import com.atlassian.jira.plugin.webfragment.conditions.AbstractWebCondition;
            import com.atlassian.jira.plugin.webfragment.contextproviders.AbstractJiraContextProvider;
            import com.atlassian.jira.plugin.webfragment.model.JiraHelper;
            import com.atlassian.jira.user.ApplicationUser;
            import com.atlassian.webresource.api.assembler.PageBuilderService;
            import java.util.Map;
            """;
    private static final String NOT_CALLED_HIDDEN = IMPORTS + """
            public class NotCalledHidden extends AbstractIssueWebCondition {
                public boolean shouldDisplay(ApplicationUser user, Issue issue, JiraHelper helper) {
                    return !issue.getSummary().contains("Hidden");
                }
            }
            """;
    private static final String LOGGED_IN = IMPORTS + """
            public class LoggedIn extends AbstractWebCondition {
                public boolean shouldDisplay(ApplicationUser user, JiraHelper helper) {
                    return user != null && helper.getProject().getKey().equals("SHOP");
                }
            }
            """;
    private static final String FACTS = IMPORTS + """
            public class Facts extends AbstractJiraContextProvider {
                private final PageBuilderService pages;
                public Facts(PageBuilderService pages) {
                    this.pages = pages;
                }
                public Map<String, Object> getContextMap(ApplicationUser user, JiraHelper helper) {
                    pages.assembler().resources().requireWebResource("org.example.fragments:asked").requireContext("org.example.asked");
                    Object issue = helper.getContextParams().get("issue");
                    return Map.of("facts", (user == null ? "nobody" : user.getKey()) + " " + helper.getProject().getKey() + " "
                            + (issue == null ? "no issue" : ((Issue) issue).getKey()) + " " + helper.getRequest().getMethod());
                }
            }
            """;
    private static final String NAMES = """
            import com.atlassian.plugin.web.api.model.WebPanel;
            import java.util.Map;
            public class Names implements WebPanel {
                public String getHtml(Map<String, Object> context) {
                    return "<p class=names>" + new java.util.TreeSet<>(context.keySet()) + "</p>";
                }
            }
            """;
    private static final String TAB = """
            import com.atlassian.jira.plugin.issuetabpanel.AbstractIssueTabPanel3;
            import com.atlassian.jira.plugin.issuetabpanel.GetActionsRequest;
            import com.atlassian.jira.plugin.issuetabpanel.IssueAction;
            import com.atlassian.jira.plugin.issuetabpanel.ShowPanelRequest;
            import java.util.Date;
            import java.util.List;
            public class Tab extends AbstractIssueTabPanel3 {
                public boolean showPanel(ShowPanelRequest request) {
                    return !request.issue().getSummary().contains("Hidden");
                }
                public List<IssueAction> getActions(GetActionsRequest request) {
                    return List.of(new Line(request.issue().getKey()));
                }
                private static class Line implements IssueAction {
                    private final String key;
                    Line(String key) {
                        this.key = key;
                    }
                    public String getHtml() {
                        return "<p class=\\"tab\\">" + key + "</p>";
                    }
                    public Date getTimePerformed() {
                        return new Date(0);
                    }
                    public boolean isDisplayActionAllTab() {
                        return false;
                    }
                }
            }
            """;
    private static final String PANEL = "<web-panel key=\"%s\" location=\"%s\"><label key=\"%s\"/>"
            + "<context-provider class=\"test.Facts\"/>%s<resource type=\"velocity\" name=\"view\"><![CDATA[<p class=\"%s\">$facts</p>]]></resource></web-panel>";
    private static final String PAGE = "/projects/SHOP?selectedItem=org.example.fragments:page-link";

    private static RunningBox box;
    private static WiredJira jira;
    private static IssueRow plain;
    private static IssueRow hidden;

    @BeforeClass
    public static void start() throws Exception {
        JiraProduct product = new JiraProduct();
        box = BOXES.start(product, BOXES.options(), app());
        jira = WiredJira.around(box, product.jira());
        plain = jira.create("SHOP", "Task", new IssueInput().set("summary", "Plain"));
        hidden = jira.create("SHOP", "Task", new IssueInput().set("summary", "Hidden"));
    }

    private static Path app() throws Exception {
        return PluginSource.aPlugin("org.example.fragments")
                .imports(
                        "com.atlassian.jira.issue,com.atlassian.jira.plugin.issuetabpanel,com.atlassian.jira.plugin.webfragment.conditions,"
                                + "com.atlassian.jira.plugin.webfragment.contextproviders,"
                                + "com.atlassian.jira.plugin.webfragment.model,com.atlassian.jira.project,com.atlassian.jira.user,com.atlassian.plugin,"
                                + "com.atlassian.plugin.web,com.atlassian.plugin.web.api.model,com.atlassian.webresource.api.assembler,jakarta.servlet.http")
                .with("NotCalledHidden", NOT_CALLED_HIDDEN).with("LoggedIn", LOGGED_IN).with("Facts", FACTS).with("Names", NAMES)
                .with("Tab", TAB)
                .index("imports", "com.atlassian.webresource.api.assembler.PageBuilderService")
                .module("<issue-tabpanel key=\"tab\" class=\"test.Tab\"><label>Trail</label><order>100</order></issue-tabpanel>")
                .module(PANEL.formatted("side", "atl.jira.view.issue.right.context", "Side", "<condition class=\"test.NotCalledHidden\"/>",
                        "side"))
                .module(PANEL.formatted("middle", "atl.jira.view.issue.left.context", "Middle", "", "middle"))
                .module(PANEL.formatted("page", "org.example.fragments:page-link", "Page", "<condition class=\"test.LoggedIn\"/>", "page"))
                .module("<web-panel key=\"names\" class=\"test.Names\" location=\"org.example.fragments:page-link\"><label key=\"Names\"/></web-panel>")
                .module("<web-panel key=\"issue-names\" class=\"test.Names\" location=\"atl.jira.view.issue.right.context\"><label key=\"Names\"/></web-panel>")
                .module("<web-item key=\"page-link\" section=\"jira.project.sidebar.plugins.navigation\"><label key=\"Gates\"/>"
                        + "<link linkId=\"gates-page\">/projects/$pathEncodedProjectKey?selectedItem=org.example.fragments:page-link</link>"
                        + "<condition class=\"test.LoggedIn\"/></web-item>")
                .module(resource("on-issues", "<context>jira.view.issue</context>"))
                .module(resource("everywhere", "<context>atl.general</context>"))
                .module(resource("in-sidebar", "<context>jira.project.sidebar</context>"))
                .module(resource("by-own-context", "<context>org.example.asked</context>"))
                .module(resource("asked", ""))
                .file("one.css", "p { color: red }")
                .jar(BOXES.folder());
    }

    private static String resource(String key, String more) {
        return "<web-resource key=\"" + key + "\"><resource type=\"download\" name=\"" + key + ".css\" location=\"one.css\"/>" + more
                + "</web-resource>";
    }

    @Test
    public void givesPanelsTheIssueTheProjectThePersonAndTheRequest() throws Exception {
        String page = page("lead", "/browse/" + plain.key());
        assertTrue(page, page.contains("<p class=\"side\">lead SHOP " + plain.key() + " GET</p>"));
        assertTrue(page, page.contains("<p class=\"middle\">lead SHOP " + plain.key() + " GET</p>"));
    }

    @Test
    public void showsTheTabOfAnAppInTheActivityWhereTheAppWantsIt() throws Exception {
        String address = "?page=org.example.fragments:tab";
        String unchosen = page("lead", "/browse/" + plain.key());
        assertTrue(unchosen, unchosen.contains("<a id=\"tab\"") && !unchosen.contains("<p class=\"tab\">"));
        String chosen = page("lead", "/browse/" + plain.key() + address);
        assertTrue(chosen, chosen.contains("<p class=\"tab\">" + plain.key() + "</p>"));
        assertFalse(chosen, chosen.contains("There are no comments yet"));
        String without = page("lead", "/browse/" + hidden.key() + address);
        assertFalse(without, without.contains("<a id=\"tab\"") || without.contains("<p class=\"tab\">"));
        assertTrue(without, without.contains("There are no comments yet"));
    }

    @Test
    public void givesPanelsTheDocumentedNamesOnly() throws Exception {
        assertTrue(page("lead", PAGE).contains("<p class=names>[pathEncodedProjectKey, project, projectKey]</p>"));
        assertTrue(
                page("lead", "/browse/" + plain.key()).contains("<p class=names>[issue, pathEncodedProjectKey, project, projectKey]</p>"));
    }

    @Test
    public void leavesOutAPanelWhoseConditionRefusesTheIssue() throws Exception {
        String page = page("lead", "/browse/" + hidden.key());
        assertFalse(page, page.contains("<p class=\"side\">"));
        assertTrue(page, page.contains("<p class=\"middle\">"));
    }

    @Test
    public void loadsResourcesByContextAndThoseAPanelAsksFor() throws Exception {
        assertEquals(List.of("asked", "by-own-context", "everywhere", "on-issues"), loaded(page("lead", "/browse/" + plain.key())));
        assertEquals(List.of("everywhere"), loaded(page("lead", "/secure/Dashboard.jspa")));
        assertEquals(List.of("asked", "by-own-context", "everywhere", "in-sidebar"), loaded(page("lead", PAGE)));
    }

    @Test
    public void showsThePanelsOfTheChosenSidebarItem() throws Exception {
        String page = page("reader", PAGE);
        assertTrue(page, page.contains("<p class=\"page\">reader SHOP no issue GET</p>"));
        assertTrue(page, page.contains("<li class=\"aui-nav-selected\"><a id=\"gates-page\""));
        assertTrue(page("reader", "/projects/SHOP"), page("reader", "/projects/SHOP").contains("id=\"gates-page\""));
    }

    @Test
    public void showsNothingOfAProjectToThoseWhoMayNotBrowseIt() throws Exception {
        assertEquals(404, jira.get("outsider", PAGE).status());
        assertEquals(404, jira.get("outsider", "/projects/SHOP").status());
        WiredJira.Reply anonymous = jira.get(null, PAGE);
        assertEquals(302, anonymous.status());
        assertTrue(anonymous.header("Location"), anonymous.header("Location").contains("/login.jsp?os_destination="));
        assertEquals(404, jira.get("lead", "/projects/SHOP?selectedItem=org.example.fragments:gone").status());
    }

    private static String page(String user, String path) throws Exception {
        WiredJira.Reply reply = jira.get(user, path);
        assertEquals(reply.body(), 200, reply.status());
        return reply.body();
    }

    /** Keys of the resources of the app that a page loads. */
    private static List<String> loaded(String page) {
        return java.util.regex.Pattern.compile("org\\.example\\.fragments:([a-z-]+)/[a-z-]+\\.css").matcher(page).results()
                .map(match -> match.group(1)).distinct().sorted().toList();
    }
}
