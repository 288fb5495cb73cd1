package org.decisiongates.sandbox.e2e;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;

import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.openqa.selenium.By;

/** The executive page is one screen: 800 pixels high in a window 1180 wide, in any font and however much there is to tell. */
public class ExecutivePageE2eTest {

    private static final int SCREEN = 800;
    private static final String HEIGHT = "const all = [...document.querySelectorAll('.decision-gates-week')].map(e => e.getBoundingClientRect());"
            + "return Math.ceil(all[all.length - 1].bottom - all[0].top)";
    private static final String CUT_MARKS = "return [...document.querySelectorAll('.decision-gates-week tbody .aui-lozenge')].filter(mark => {"
            + "const inner = mark.getBoundingClientRect(), cell = mark.closest('td, th').getBoundingClientRect();"
            + "return inner.height < 10 || inner.bottom > cell.bottom || inner.right > cell.right + 1 }).map(mark => mark.outerHTML)";
    private static final String LONG_TEXTS_WITHOUT_TITLE = "return [...document.querySelectorAll('.decision-gates-week span, .decision-gates-week a')]"
            + ".filter(e => e.scrollHeight > e.clientHeight + 1 && getComputedStyle(e).overflow == 'hidden' && e.title != e.textContent).map(e => e.outerHTML)";

    @Rule
    public final Browser browser = new Browser();
    private final TwoProducts products = TwoProducts.running();
    private ExtremeWeeks jira;
    private ConfluencePages confluence;

    @Before
    public void open() {
        browser.size(1180, 900);
        jira = new ExtremeWeeks(new JiraRest(products.jira.address(), "lead").get("/rest/decision-gates/1.0/summary?project=SHOP"));
        confluence = new ConfluencePages(browser, products.confluence.address());
        confluence.link("Executive", jira.address());
        confluence.logIn("lead");
    }

    @After
    public void close() {
        if (jira != null) {
            jira.close();
        }
    }

    @Test
    public void isOneScreenForTheSample() {
        confluence.write("Executive summary",
                "<ac:structured-macro ac:name=\"decision-weekly-summary\"><ac:parameter ac:name=\"project\">SHOP</ac:parameter>"
                        + "<ac:parameter ac:name=\"mode\">executive</ac:parameter></ac:structured-macro>");
        confluence.awaitJira();
        isOneScreen("sample", 5);
        assertEquals(List.of(), Accessibility.complaints(browser, "#main-content"));
    }

    @Test
    public void isOneScreenForMoreThanFits() {
        write("FULL");
        isOneScreen("full", 5);
        write("RIGHT");
        isOneScreen("right", 5);
    }

    @Test
    public void isOneScreenBelowEveryNoteThereCanBe() {
        write("NOTED");
        isOneScreen("two-notes", 1);
        jira.fail();
        confluence.refreshUntil("the last good copy", content -> content.contains("This is the last good copy"));
        isOneScreen("three-notes", 1);
        assertEquals(List.of(), Accessibility.complaints(browser, "#main-content"));
    }

    private void write(String project) {
        confluence.write("Executive " + project,
                "<ac:structured-macro ac:name=\"decision-weekly-summary\"><ac:parameter ac:name=\"jira\">Executive</ac:parameter>"
                        + "<ac:parameter ac:name=\"project\">" + project
                        + "</ac:parameter><ac:parameter ac:name=\"mode\">executive</ac:parameter></ac:structured-macro>");
        confluence.awaitJira();
        assertTrue(browser.page(), browser.has(By.cssSelector(".decision-gates-week")));
    }

    private void isOneScreen(String name, int blockers) {
        for (Font font : Font.values()) {
            browser.setIn(font);
            String what = name + ", " + font;
            browser.picture("executive-" + name + "-" + font);
            long height = ((Number) browser.script(HEIGHT)).longValue();
            assertTrue(what + ": " + height + " pixels", height > 100 && height <= SCREEN);
            assertEquals(what, blockers, browser.all(By.cssSelector(".decision-gates-week-blockers tbody tr")).size());
            assertEquals(what + ": a mark is cut", List.of(), browser.script(CUT_MARKS));
            assertEquals(what + ": nothing says what was cut", List.of(), browser.script(LONG_TEXTS_WITHOUT_TITLE));
            assertEquals(what + ": the page itself scrolls sideways", Boolean.TRUE, browser.script(
                    "const page = document.getElementById('main-content'); return page.scrollWidth <= page.clientWidth + 1"));
        }
    }
}
