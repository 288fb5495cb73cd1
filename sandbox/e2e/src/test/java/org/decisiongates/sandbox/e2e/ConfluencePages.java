package org.decisiongates.sandbox.e2e;

import java.util.function.Predicate;

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
        browser.forget();
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

    /** The same page as it goes to the PDF engine, once Jira has answered. */
    void openAsPdf() {
        browser.go(base + "/spaces/flyingpdf/pdfpageexport.action?pageId="
                + browser.script("return document.querySelector('meta[name=ajs-page-id]').content"));
        awaitJira();
        browser.hideScrollBars();
    }

    /** Has Jira asked anew, as often as it takes until the page says so: nobody asks more often than every few seconds. */
    void refreshUntil(String what, Predicate<String> said) {
        browser.until(what, () -> {
            browser.follow(By.cssSelector(".decision-gates-week-refresh"));
            return said.test(content());
        });
    }

    void open(String path) {
        browser.go(base + path);
    }

    /** Loads the page again, as a person would, until it shows approvals. */
    void awaitApprovals() {
        browser.until("Jira's answer", () -> {
            if (browser.has(By.cssSelector("#main-content .decision-gates-approvals-macro"))) {
                return true;
            }
            browser.reload();
            return false;
        });
    }

    void openWeeklySummaryUntilJiraAnswers() {
        openWeeklySummary();
        awaitJira();
    }

    /**
     * Loads the page again, as a person would, while Jira is too slow for it: a page waits two seconds, whatever else the machine has to
     * do.
     */
    void awaitJira() {
        browser.until("Jira's answer", () -> {
            if (browser.has(By.cssSelector("#main-content .decision-gates-week"))
                    && !content().contains("Jira is still preparing the summary")) {
                return true;
            }
            browser.reload();
            return false;
        });
    }

    String content() {
        return browser.text(By.id("main-content"));
    }
}
