package org.decisiongates.sandbox.e2e;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** What a person does on Jira's pages. */
final class JiraPages {

    private static final By TRANSITION = By.id("issue-workflow-transition");

    private final Browser browser;
    private final String base;

    JiraPages(Browser browser, String base) {
        this.browser = browser;
        this.base = base;
    }

    void logIn(String user) {
        browser.forget();
        browser.go(base + "/login.jsp");
        browser.type(By.id("login-form-username"), user);
        browser.type(By.id("login-form-password"), user);
        browser.follow(By.id("login-form-submit"));
    }

    void open(String issue) {
        browser.go(base + "/browse/" + issue);
    }

    /** Opens the form that creates an issue of {@code type}. */
    void startCreating(String project, String type) {
        browser.go(base + "/secure/CreateIssue!default.jspa");
        choose(By.id("project"), "(" + project + ")");
        browser.follow(By.id("issue-create-project-submit"));
        choose(By.id("issuetype"), type);
        browser.follow(By.id("issue-create-next"));
    }

    /** Nothing that completes what was typed stays open over what is next. */
    void fill(Map<String, String> fields) {
        fields.forEach((field, text) -> browser.type(By.id(field), text));
        browser.script("document.activeElement.blur()");
    }

    void submitCreation() {
        browser.follow(By.id("issue-create-submit"));
    }

    /** Presses the button of a transition on the issue page, which opens its screen over it, or leads to another page. */
    void press(String transition) {
        WebElement page = browser.see(By.tagName("html"));
        browser.click(By.xpath("//*[starts-with(@id,'action_id_')][normalize-space(.)='" + transition + "']"));
        browser.until(transition, () -> browser.has(TRANSITION) || browser.isGone(page));
        browser.see(By.id("status-val"));
    }

    /** Sends the screen of a transition, and waits for what takes its place: the screen again, or the issue. */
    void submitTransition() {
        WebElement screen = browser.see(TRANSITION);
        browser.click(By.id("issue-workflow-transition-submit"));
        browser.until("an answer", () -> browser.isGone(screen));
        browser.see(By.id("key-val"));
    }

    String key() {
        return browser.see(By.id("key-val")).getAttribute("data-issue-key");
    }

    String status() {
        return browser.text(By.id("status-val")).toUpperCase(java.util.Locale.ROOT);
    }

    /** Messages under fields, by field id. */
    Map<String, String> fieldErrors() {
        Map<String, String> errors = new LinkedHashMap<>();
        for (WebElement error : browser.all(By.cssSelector(form() + ".error[data-field]"))) {
            errors.put(error.getAttribute("data-field"), error.getText());
        }
        return errors;
    }

    List<String> generalErrors() {
        List<String> errors = new ArrayList<>();
        for (WebElement error : browser.all(By.cssSelector(form() + ".aui-message.aui-message-error"))) {
            errors.add(error.getText());
        }
        return errors;
    }

    /** Below a dialog the issue has places for errors, too. */
    private String form() {
        return browser.has(TRANSITION) ? "#issue-workflow-transition " : "";
    }

    private void choose(By list, String text) {
        org.openqa.selenium.support.ui.Select select = new org.openqa.selenium.support.ui.Select(browser.see(list));
        select.getOptions().stream().filter(option -> option.getText().contains(text)).findFirst()
                .orElseThrow(() -> new AssertionError("no " + text + " in " + list)).click();
    }
}
