package org.decisiongates.sandbox.e2e;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;

import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.openqa.selenium.By;

/**
 * The page keeps its shape whatever people typed and however much there is: no rows and too many, words without end, scripts from right
 * to left.
 */
public class LayoutE2eTest {

    @Rule
    public final Browser browser = new Browser();
    private final Layout layout = new Layout(browser);
    private final TwoProducts products = TwoProducts.running();
    private ExtremeWeeks jira;
    private ConfluencePages confluence;

    @Before
    public void open() {
        jira = new ExtremeWeeks(new JiraRest(products.jira.address(), "lead").get("/rest/decision-gates/1.0/summary?project=SHOP"));
        confluence = new ConfluencePages(browser, products.confluence.address());
        confluence.link("Generated", jira.address());
        confluence.logIn("lead");
    }

    @After
    public void close() {
        if (jira != null) {
            jira.close();
        }
    }

    @Test
    public void holdsWithoutRows() {
        write("NONE", "full");
        assertEquals("never an empty table", List.of(), browser.all(By.cssSelector("#main-content table")));
        assertTrue(confluence.content(), confluence.content().contains("There are no open blockers"));
        holds("none");
    }

    @Test
    public void holdsWithOneRow() {
        write("ONE", "full");
        assertEquals(1, browser.all(By.cssSelector(".decision-gates-week-blockers tbody tr")).size());
        holds("one");
    }

    @Test
    public void holdsWithTooManyRowsAndSaysWhereTheRestIs() {
        write("MANY", "full");
        assertEquals(200, browser.all(By.cssSelector(".decision-gates-week-blockers tbody tr")).size());
        assertTrue(browser.text(By.cssSelector(".decision-gates-week-blockers .decision-gates-week-sentence"))
                .startsWith("300 more are in Jira"));
        assertTrue(browser.see(By.cssSelector(".decision-gates-week-blockers a.decision-gates-week-list")).getAttribute("href")
                .startsWith(jira.address() + "/issues/?jql="));
        holds("many");
    }

    @Test
    public void holdsWithWordsThatNeverEnd() {
        for (String mode : List.of("executive", "full")) {
            write("WORDS", mode);
            holds("words-" + mode);
        }
        confluence.openAsPdf();
        browser.size(Layout.A4_WITHOUT_MARGINS + 76, 900);
        for (Font font : List.of(Font.NARROW, Font.WIDE)) {
            browser.setIn(font);
            layout.fits("words in the " + font + " font on paper", "html");
        }
        browser.picture("layout-words-pdf");
    }

    @Test
    public void holdsFromRightToLeft() {
        for (String mode : List.of("executive", "full")) {
            write("RIGHT", mode);
            holds("right-" + mode);
        }
        assertEquals("a title stands for itself", "isolate", browser.script(
                "return getComputedStyle(document.querySelector('.decision-gates-week-blockers td span[dir=auto]')).unicodeBidi"));
        assertEquals("rtl", browser
                .script("return getComputedStyle(document.querySelector('.decision-gates-week-blockers td span[dir=auto]')).direction"));
    }

    /** A page with one macro that asks the other Jira. */
    private void write(String project, String mode) {
        confluence.write("Generated " + project + " " + mode,
                "<ac:structured-macro ac:name=\"decision-weekly-summary\"><ac:parameter ac:name=\"jira\">Generated</ac:parameter>"
                        + (mode.equals("full") && !project.equals("NONE") ? "<ac:parameter ac:name=\"compare\">previous</ac:parameter>"
                                : "")
                        + "<ac:parameter ac:name=\"project\">" + project + "</ac:parameter><ac:parameter ac:name=\"mode\">" + mode
                        + "</ac:parameter></ac:structured-macro>");
        confluence.awaitJira();
        assertTrue(browser.page(), browser.has(By.cssSelector(".decision-gates-week")));
    }

    private void holds(String name) {
        layout.holds(name, "#main-content");
    }
}
