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

    /** Links Confluence to another Jira under this name. */
    void link(String name, String address) {
        logIn("admin");
        open("/admin/applinks");
        browser.type(By.id("link-name"), name);
        browser.type(By.id("link-url"), address);
        browser.follow(By.id("add-link-submit"));
    }

    void openWeeklySummary() {
        browser.go(base + "/display/SHOP/Weekly+decision+summary");
        browser.see(By.id("title-text"));
    }

    /** Writes a page of the storefront with this body in storage format, and opens it. */
    void write(String title, String body) {
        browser.go(base + "/pages/createpage.action?spaceKey=SHOP");
        browser.type(By.id("content-title"), title);
        browser.script("document.getElementById('storage-text').value = arguments[0]", body);
        browser.follow(By.id("rte-button-publish"));
        browser.see(By.id("title-text"));
    }

    /** The same page as it goes to the PDF engine. */
    void openAsPdf() {
        browser.go(base + "/spaces/flyingpdf/pdfpageexport.action?pageId=" + browser.script("return document.querySelector('meta[name=ajs-page-id]').content"));
    }

    /** Has Jira asked anew, as often as it takes until the page says so: nobody asks more often than every few seconds. */
    void refreshUntil(java.util.function.Predicate<String> said) {
        for (int visit = 0; visit < 20; visit++) {
            browser.follow(By.cssSelector(".decision-gates-week-refresh"));
            if (said.test(content())) {
                return;
            }
            browser.rest();
        }
        throw new AssertionError("the page never changed: " + content());
    }

    void open(String path) {
        browser.go(base + path);
    }

    /** Opens the page and, as a person would, again while a Jira that has just started is still too slow for the page. */
    void openWeeklySummaryUntilJiraAnswers() {
        for (int visit = 0; visit < 30; visit++) {
            openWeeklySummary();
            if (browser.has(By.cssSelector("#main-content table"))) {
                return;
            }
            browser.rest();
        }
        throw new AssertionError("Jira never answered: " + content());
    }

    String content() {
        return browser.text(By.id("main-content"));
    }
}
