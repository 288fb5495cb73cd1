package org.decisiongates.sandbox.e2e;

import org.openqa.selenium.By;

/** What a person does on Confluence's pages. */
final class ConfluencePages {

    private final Browser browser;
    private final String base;

    ConfluencePages(Browser browser, String base) {
        this.browser = browser;
        this.base = base;
    }

    void logIn(String user) {
        browser.driver().manage().deleteAllCookies();
        browser.go(base + "/login.action");
        browser.type(By.id("os_username"), user);
        browser.type(By.id("os_password"), user);
        browser.follow(By.id("loginButton"));
    }

    void openWeeklySummary() {
        browser.go(base + "/display/SHOP/Weekly+decision+summary");
        browser.see(By.id("title-text"));
    }

    /** Opens the page and, as a person would, again while a Jira that has just started is still too slow for the page. */
    void openWeeklySummaryUntilJiraAnswers() {
        for (int visit = 0; visit < 30; visit++) {
            openWeeklySummary();
            if (browser.has(By.cssSelector("#main-content table"))) {
                return;
            }
        }
        throw new AssertionError("Jira never answered: " + content());
    }

    String content() {
        return browser.text(By.id("main-content"));
    }
}
