package org.decisiongates.sandbox.e2e;

import static org.junit.Assert.assertEquals;

import java.util.List;

/** Looks at a page in both themes and on a phone: axe complains of nothing, nothing is wider than the page, and pictures are left. */
final class PageLook {

    private static final int WIDTH = 1280;
    private static final int PHONE = 380;
    private static final int HEIGHT = 900;
    private static final String DARK = "* { transition: none !important } html, body { background: var(--ds-surface) !important; "
            + "color: var(--ds-text) !important }";

    private PageLook() {
    }

    /** @param scope which part of the page is the app's */
    static void at(Browser browser, String name, String scope) {
        assertEquals(List.of(), Accessibility.complaints(browser, scope));
        browser.picture(name);
        browser.size(PHONE, HEIGHT);
        new Layout(browser).fits(name, scope);
        browser.picture(name + "-380");
        browser.size(WIDTH, HEIGHT);
        browser.style(DARK);
        browser.script("document.documentElement.setAttribute('data-color-mode', 'dark')");
        assertEquals(List.of(), Accessibility.complaints(browser, scope));
        browser.picture(name + "-dark");
        browser.script("document.documentElement.removeAttribute('data-color-mode')");
        browser.style("");
    }
}
