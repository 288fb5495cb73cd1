package org.decisiongates.sandbox.e2e;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;

import org.junit.Rule;
import org.junit.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** What people do with the week on Monday: ask where things stand, compare, take it away. */
public class WeekJourneysE2eTest {

    private static final String PLACES = "return ['headline', 'tiles', 'actions', 'blockers', 'decided'].map(name =>"
            + " document.querySelector('.decision-gates-week-' + name).getBoundingClientRect().top)";

    @Rule
    public final Browser browser = new Browser();
    private final TwoProducts products = TwoProducts.running();
    private final ConfluencePages confluence = new ConfluencePages(browser, products.confluence.address());

    /** P3.3. */
    @Test
    public void asksWhereThingsStandWithoutAMeeting() {
        confluence.logIn("stakeholder");
        confluence.openWeeklySummaryUntilJiraAnswers();
        browser.setOut();
        List<?> places = (List<?>) browser.script(PLACES);
        assertEquals("the headline first, then whether, what to do, what blocks, what was decided",
                places.stream().map(Object::toString).map(Double::valueOf).sorted().toList(),
                places.stream().map(Object::toString).map(Double::valueOf).toList());
        assertEquals(4, browser.all(By.cssSelector(".decision-gates-week-tiles > li")).size());
        assertTrue("three to five actions",
                List.of(3, 4, 5).contains(browser.all(By.cssSelector(".decision-gates-week-actions tbody tr")).size()));
        browser.see(By.cssSelector(".decision-gates-week-menu > summary")).click();
        String owner = browser.see(By.cssSelector(".decision-gates-week-menu > a")).getText();
        browser.follow(By.cssSelector(".decision-gates-week-menu > a"));
        confluence.awaitJira();
        assertTrue(confluence.content(), confluence.content().contains("Only what " + owner + " owns is listed and counted."));
        assertEquals(List.of(), Accessibility.complaints(browser, "#main-content"));
        browser.picture("week-of-one-owner");
        browser.follow(By.cssSelector(".decision-gates-week-everybody"));
        confluence.awaitJira();
        WebElement blocker = browser.see(By.cssSelector(".decision-gates-week-blockers tbody a.decision-gates-week-issue"));
        String key = blocker.getText();
        String address = blocker.getAttribute("href");
        assertEquals("what one owner has, and back", 2, browser.clicks());
        assertTrue(address, address.startsWith(products.jira.address()));

        new JiraPages(browser, products.jira.address()).logIn("stakeholder");
        browser.go(address);
        assertTrue(browser.page(), browser.page().contains(key));
    }

    /** P5.2. */
    @Test
    public void comparesTheWeekWithTheOneBeforeAndWithAnEarlierOne() {
        JiraRest rest = new JiraRest(products.jira.address(), "lead");
        try (ExtremeWeeks jira = new ExtremeWeeks(rest.get("/rest/decision-gates/1.0/summary?project=SHOP"))) {
            confluence.link("Compared", jira.address());
            confluence.logIn("lead");
            confluence.write("Compared weeks",
                    "<ac:structured-macro ac:name=\"decision-weekly-summary\"><ac:parameter ac:name=\"jira\">Compared</ac:parameter>"
                            + "<ac:parameter ac:name=\"project\">USUAL</ac:parameter><ac:parameter ac:name=\"title\">Checkout programme"
                            + "</ac:parameter></ac:structured-macro>");
            confluence.awaitJira();
            assertEquals("Checkout programme", browser.text(By.cssSelector(".decision-gates-week-scope")));
            assertTrue(confluence.content(), confluence.content().contains("Since last week: 2 new blockers, "));
            assertEquals(4, browser.all(By.cssSelector(".decision-gates-week-tiles svg[role=img]")).size());
            assertFalse(browser.has(By.cssSelector(".decision-gates-week-changes")));
            browser.picture("week-with-trends");

            browser.setOut();
            browser.follow(By.cssSelector(".decision-gates-week-compare"));
            confluence.awaitJira();
            assertEquals(List.of("NEW", "REOPENED", "CLOSED", "NO LONGER LISTED", "SLIPPED", "OWNER CHANGED", "RE-ESTIMATED"),
                    browser.all(By.cssSelector(".decision-gates-week-changes tbody .aui-lozenge")).stream().map(WebElement::getText)
                            .toList());
            assertTrue(confluence.content(), confluence.content().contains("9 days later"));
            assertEquals(1, browser.clicks());
            new Layout(browser).holds("compared", "#main-content");
            browser.size(1280, 900);
            browser.follow(By.cssSelector(".decision-gates-week-compare-earlier"));
            confluence.awaitJira();
            browser.follow(By.cssSelector(".decision-gates-week-compare-later"));
            confluence.awaitJira();
            browser.follow(By.cssSelector(".decision-gates-week-alone"));
            confluence.awaitJira();
            assertFalse(browser.has(By.cssSelector(".decision-gates-week-changes")));

            confluence.openAsPdf();
            assertEquals("nothing is drawn", 0, browser.all(By.cssSelector(".decision-gates-week svg")).size());
            assertEquals("what is drawn on the page is a table on paper", 9,
                    browser.all(By.cssSelector(".decision-gates-week-series thead th")).size());
        }
    }

    @Test
    public void comparesTheWeekInJira() {
        new JiraPages(browser, products.jira.address()).logIn("lead");
        browser.go(products.jira.address() + "/projects/SHOP?selectedItem=org.decisiongates.decision-gates:project-week-link");
        browser.follow(By.cssSelector(".decision-gates-week-compare"));
        assertTrue("the week before was calculated from history", browser.text(By.cssSelector(".decision-gates-week-changes"))
                .contains("One of the two weeks does not list all that was open"));
        assertEquals(List.of(), Accessibility.complaints(browser, ".decision-gates-week"));
        browser.picture("week-compared-in-jira");
        browser.follow(By.cssSelector(".decision-gates-week-alone"));
        assertFalse(browser.has(By.cssSelector(".decision-gates-week-changes")));
    }
}
