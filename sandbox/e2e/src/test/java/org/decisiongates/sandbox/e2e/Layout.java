package org.decisiongates.sandbox.e2e;

import static org.junit.Assert.assertEquals;

import java.util.List;

/**
 * Measures whether a week keeps its shape: in a narrow font and a wide one, on a desk, half of it, a phone and paper, in the light and in
 * the dark.
 */
record Layout(Browser browser) {

    static final int A4_WITHOUT_MARGINS = 718;

    private static final String WIDER_THAN_IT_SHOULD = """
            const all = document.querySelector(arguments[0]);
            return all.scrollWidth <= all.clientWidth + 1 ? '' : innerWidth + ' ' + all.clientWidth + ' ' + all.scrollWidth
                + [...all.querySelectorAll('*')].filter(one => one.getBoundingClientRect().right > all.getBoundingClientRect().right + 1).slice(-1)
                    .map(one => one.outerHTML).join();""";
    private static final String NOT_STACKED = """
            const tables = [...document.querySelectorAll('table.decision-gates-table')];
            const wide = tables.filter(table => table.parentElement.scrollWidth > table.parentElement.clientWidth + 1);
            const mute = tables.flatMap(table => [...table.querySelectorAll('tbody td')]).filter(cell => cell.innerText.trim()
                && getComputedStyle(cell, '::before').content.indexOf(cell.dataset.label + ': ') < 0);
            return [...wide, ...mute].map(one => one.outerHTML);""";
    private static final String HEADINGS = """
            return [...document.querySelectorAll('table.decision-gates-table')].every(table => table.getAttribute('role') == 'table'
                && [...table.querySelectorAll('tbody tr')].every(row => row.cells.length == table.tHead.rows[0].cells.length
                    && [...row.cells].every(cell => cell.getAttribute('role') == (cell.tagName == 'TH' ? 'rowheader' : 'cell')))
                && [...table.tHead.querySelectorAll('th')].every(head => getComputedStyle(head).display != 'none'
                    && getComputedStyle(head).visibility != 'hidden' && head.getAttribute('role') == 'columnheader'));""";
    private static final String BROKEN_KEYS = "return [...document.querySelectorAll('a.decision-gates-week-issue')].filter(link => link.getClientRects().length > 1).map(link => link.outerHTML)";
    /** What the sandbox's own pages do not do: let the tokens of the design system decide. */
    private static final String SURFACE = "html, body { background: var(--ds-surface) !important; color: var(--ds-text) !important }"
            + "body :has(.decision-gates-week) { background: none !important; color: inherit !important }";

    /** @param scope what must not scroll sideways: the host's place for what an app shows */
    void holds(String name, String scope) {
        for (Font font : List.of(Font.NARROW, Font.WIDE)) {
            browser.setIn(font);
            for (int width : new int[] {1280, 700, 380}) {
                browser.size(width, 900);
                String what = name + " in the " + font + " font at " + width;
                fits(what, scope);
                assertEquals(what + ": a key is broken", List.of(), browser.script(BROKEN_KEYS));
                picture(name + "-" + width + "-" + font);
            }
            stacks(name + " in the " + font + " font at 380");
            assertEquals(name + " at 380", List.of(), Accessibility.complaints(browser, ".decision-gates-week"));
            browser.medium("print");
            browser.size(A4_WITHOUT_MARGINS, 900);
            fits(name + " in the " + font + " font on paper", scope);
            picture(name + "-paper-" + font);
            browser.medium("");
        }
        browser.size(1280, 900);
        isForEverybody(name);
    }

    void fits(String what, String scope) {
        assertEquals(what + ": the page itself scrolls sideways", "", sideways(scope));
    }

    /** What of the page is wider than it should be, nothing if all of it fits. */
    String sideways(String scope) {
        return (String) browser.script(WIDER_THAN_IT_SHOULD, scope);
    }

    /** On a phone every row of a table stands for itself, nothing of it is out of sight, and each text says what it is. */
    void stacks(String what) {
        assertEquals(what + ": a table scrolls sideways, or has a text without a heading", List.of(), browser.script(NOT_STACKED));
        assertEquals(what + ": headings are there for screen readers", Boolean.TRUE, browser.script(HEADINGS));
    }

    private void isForEverybody(String name) {
        assertEquals(name, List.of(), Accessibility.complaints(browser, ".decision-gates-week"));
        browser.style(Font.NARROW.style() + SURFACE);
        browser.script("document.documentElement.setAttribute('data-color-mode', 'dark')");
        assertEquals(name + " in the dark", List.of(), Accessibility.complaints(browser, ".decision-gates-week"));
        picture(name + "-dark");
        browser.script("document.documentElement.removeAttribute('data-color-mode')");
    }

    private void picture(String name) {
        browser.script("document.querySelector('.decision-gates-week').scrollIntoView()");
        browser.picture("layout-" + name);
    }
}
