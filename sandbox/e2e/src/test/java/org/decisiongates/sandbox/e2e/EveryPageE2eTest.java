package org.decisiongates.sandbox.e2e;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.Rule;
import org.junit.Test;
import org.openqa.selenium.By;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Every page and panel of the app, for everybody: axe-core has nothing to say of it in any look, and nothing of it scrolls sideways. The
 * descriptor says which there are, so that a new one is missing here first.
 */
public class EveryPageE2eTest {

    private static final String SERVLETS = "/plugins/servlet/decision-gates/";
    private static final String PROJECT = "/projects/SHOP?selectedItem=org.decisiongates.decision-gates:";
    /** A Decision with impact lines and a record that a Blocker blocks, and that Blocker. */
    private static final String DECISION = "/browse/SHOP-3";
    private static final String BLOCKER = "/browse/SHOP-15";
    private static final String TAB = "?page=org.decisiongates.decision-gates:decision-trail-tab";
    /** Stands for an issue whose owner and assignee differ although its project wants them the same. */
    private static final String APART = "/browse/APART-1";
    private static final String APPROVALS = "/rest/decision-gates/1.0/issue/APART-1/approvals";
    /** What answers with something else than a page: a file, another address, keys for monitoring. */
    private static final Set<String> NO_PAGES = Set.of("support-zip-servlet", "refresh-servlet", "connection-servlet");
    private static final String HEADINGS = """
            const levels = [...document.querySelector(arguments[0]).querySelectorAll('h1, h2, h3, h4, h5, h6')]
                .filter(heading => heading.offsetParent).map(heading => Number(heading.tagName[1]));
            return levels.filter((level, i) => i > 0 && level > levels[i - 1] + 1).length == 0
                && levels.filter(level => level == 1).length <= 1 ? '' : String(levels);""";

    private static final Map<String, List<String>> IN_JIRA = new LinkedHashMap<>();
    private static final Map<String, List<String>> IN_CONFLUENCE = new LinkedHashMap<>();

    static {
        jira("rules-servlet", SERVLETS + "rules");
        jira("screen-field-servlet", SERVLETS + "screen-field");
        jira("admin-servlet", SERVLETS + "admin");
        jira("get-started-servlet", SERVLETS + "get-started", SERVLETS + "get-started?project=SHOP", SERVLETS + "get-started?project=OPS");
        jira("bulk-check-servlet", SERVLETS + "bulk-check");
        jira("policy-servlet", SERVLETS + "policies", SERVLETS + "policies?project=SHOP", SERVLETS + "policies?key=decision",
                SERVLETS + "policies?key=decision&history=true", SERVLETS + "policies?key=fresh&from=new");
        jira("dry-run-servlet", SERVLETS + "dry-run?key=decision");
        jira("creation-servlet", SERVLETS + "raise-blocker?issue=SHOP-3", SERVLETS + "create-decision?issue=SHOP-3");
        jira("insight-servlet", SERVLETS + "insight");
        jira("erasure-servlet", SERVLETS + "erasures");
        jira("health-servlet", SERVLETS + "health", SERVLETS + "health?project=SHOP");
        jira("my-approvals-servlet", SERVLETS + "my-approvals");
        jira("digest-servlet", SERVLETS + "digest", SERVLETS + "digest?project=SHOP");
        jira("notification-servlet", SERVLETS + "notifications");
        jira("task-servlet", SERVLETS + "tasks?id=gone");
        jira("owner-servlet", SERVLETS + "owner?project=SHOP");
        jira("phases-servlet", SERVLETS + "phases?project=SHOP");
        jira("take-out-servlet", SERVLETS + "take-out", SERVLETS + "take-out?project=SHOP");
        jira("import-servlet", SERVLETS + "import");
        jira("release-readiness-panel", PROJECT + "project-readiness-link", PROJECT + "project-readiness-link&release=Spring");
        jira("project-week-panel", PROJECT + "project-week-link", PROJECT + "project-week-link&compare=previous");
        jira("insight-panel", PROJECT + "project-insight-link");
        jira("audit-panel", PROJECT + "project-audit-link");
        for (String panel : List.of("readiness-panel", "impact-panel", "feedback-panel", "decision-record-panel", "blocked-by-panel")) {
            jira(panel, DECISION);
        }
        jira("blocker-record-panel", BLOCKER);
        jira("owner-panel", APART);
        jira("approvals-panel", APART);
        jira("decision-trail-tab", DECISION + TAB);
        IN_CONFLUENCE.put("weekly-summary-macro", List.of("/display/SHOP/Weekly+decision+summary", "/display/SHOP/The+week+at+a+glance"));
        IN_CONFLUENCE.put("decision-approvals-macro", List.of("/display/SHOP/Approvals+of+the+launch"));
        IN_CONFLUENCE.put("help-servlet", List.of(SERVLETS + "help"));
    }

    @Rule
    public final Browser browser = new Browser();
    private final TwoProducts products = TwoProducts.running();

    private static void jira(String module, String... addresses) {
        IN_JIRA.put(module, List.of(addresses));
    }

    @Test
    public void isLookedAtHere() throws Exception {
        Set<String> unknown = modules();
        unknown.removeAll(NO_PAGES);
        unknown.removeAll(IN_JIRA.keySet());
        unknown.removeAll(IN_CONFLUENCE.keySet());
        assertEquals("give a page of the app its addresses here", Set.of(), unknown);
    }

    @Test
    public void isForEverybodyInJira() throws Exception {
        new JiraPages(browser, products.jira.address()).logIn("admin");
        browser.go(products.jira.address() + SERVLETS + "admin");
        browser.type(By.name("webSudoPassword"), "admin");
        browser.follow(By.cssSelector("#login-form button"));
        haveThemApart();
        Map<String, String> faults = new TreeMap<>();
        IN_JIRA.keySet().retainAll(modules());
        IN_JIRA.forEach((module, addresses) -> {
            String part = addresses.get(0).endsWith(TAB) ? "#issue_actions_container"
                    : addresses.get(0).startsWith("/browse/") ? "#panel-" + module + " .mod-content"
                    : "#main";
            for (int i = 0; i < addresses.size(); i++) {
                browser.go(products.jira.address() + addresses.get(i));
                look(module + (i == 0 ? "" : "-" + (i + 1)), part, faults);
            }
        });
        assertEquals(Map.of(), faults);
    }

    @Test
    public void isForEverybodyInConfluence() {
        ConfluencePages confluence = new ConfluencePages(browser, products.confluence.address());
        confluence.logIn("lead");
        Map<String, String> faults = new TreeMap<>();
        IN_CONFLUENCE.forEach((module, addresses) -> {
            for (int i = 0; i < addresses.size(); i++) {
                confluence.open(addresses.get(i));
                if (module.equals("weekly-summary-macro")) {
                    confluence.awaitJira();
                } else if (module.equals("decision-approvals-macro")) {
                    confluence.awaitApprovals();
                }
                look(module + (i == 0 ? "" : "-" + (i + 1)), "#main-content", faults);
            }
        });
        assertEquals(Map.of(), faults);
    }

    private void haveThemApart() {
        JiraRest rest = new JiraRest(products.jira.address(), "admin");
        rest.post("/rest/api/2/project", Map.of("key", "APART", "name", "Owner and assignee apart", "projectTypeKey", "business",
                "projectTemplateKey", "com.atlassian.jira-core-project-templates:jira-core-project-management", "lead", "admin"));
        rest.post("/rest/decision-gates/1.0/projects/APART/enable", Map.of());
        rest.post("/rest/api/2/issue", Map.of("fields", Map.of("project", Map.of("key", "APART"), "issuetype", Map.of("name", "Decision"),
                "summary", "Who answers for this?", rest.field("Owner"), Map.of("name", "admin"))));
        rest.put("/rest/decision-gates/1.0/projects/APART/owner", Map.of("owner", "same"));
        rest.put("/rest/decision-gates/1.0/policies/approved?project=APART&basedOn=0&why=Approvals", Map.of("format", 1, "key", "approved",
                "name", "Approved", "issueType", "decision", "gates", List.of(), "approvals", Map.of("separationOfDuties", false,
                        "requirements", List.of(Map.of("key", "legal", "name", "Legal", "people", List.of("admin"), "sections",
                                List.of("scope", "due-date"))))));
        rest.post(APPROVALS, Map.of("kind", "REQUESTED", "shown", rest.get(APPROVALS).get("shown").asText()));
    }

    private void look(String name, String part, Map<String, String> faults) {
        browser.see(By.cssSelector(part));
        // a panel or a tab continues the headings of the product
        if (part.startsWith("#main")) {
            add(faults, name + " headings", (String) browser.script(HEADINGS, part));
        }
        for (Look look : Look.values()) {
            look.at(browser, part);
            add(faults, name + " " + look, String.join("\n", Accessibility.complaints(browser, part)));
            add(faults, name + " " + look + " sideways", new Layout(browser).sideways(part));
            browser.picture("page-" + name + "-" + look);
        }
        browser.size(1280, 900);
    }

    private static void add(Map<String, String> faults, String where, String fault) {
        if (!fault.isEmpty()) {
            faults.put(where, fault);
        }
    }

    private static Set<String> modules() throws IOException, ParserConfigurationException, SAXException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Document descriptor = factory.newDocumentBuilder()
                .parse(Path.of(System.getProperty("sandbox.host"), "../../atlassian-plugin.xml").toFile());
        List<Element> found = new ArrayList<>();
        for (String kind : List.of("servlet", "web-panel", "issue-tabpanel", "xhtml-macro")) {
            NodeList modules = descriptor.getElementsByTagName(kind);
            for (int i = 0; i < modules.getLength(); i++) {
                found.add((Element) modules.item(i));
            }
        }
        return new TreeSet<>(found.stream().map(module -> module.getAttribute("key")).toList());
    }
}
