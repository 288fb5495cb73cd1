package org.decisiongates.sandbox.e2e;

/** A way to look at a page: all of them together are both themes, three widths and both directions of writing. */
enum Look {

    LIGHT(1280, false, false), DARK_PHONE(380, true, false), RIGHT_TO_LEFT(700, false, true);

    /** Colours that change have no contrast to speak of. */
    private static final String STILL = "* { transition: none !important }";
    /** What the sandbox's own pages do not do: let the tokens of the design system decide. */
    private static final String SURFACE = STILL
            + " html, body { background: var(--ds-surface) !important; color: var(--ds-text) !important }"
            + " body :has(%1$s), %1$s { background: none !important; color: inherit !important }";

    private final int width;
    private final boolean dark;
    private final boolean rightToLeft;

    Look(int width, boolean dark, boolean rightToLeft) {
        this.width = width;
        this.dark = dark;
        this.rightToLeft = rightToLeft;
    }

    /** Shows the page that is open this way until another is opened; {@code part} is what of it is the app's. */
    void at(Browser browser, String part) {
        browser.size(width, 900);
        browser.style(dark ? String.format(SURFACE, part) : STILL);
        browser.script("const page = document.documentElement; page.dir = arguments[1] ? 'rtl' : 'ltr';"
                + "page.toggleAttribute('data-color-mode', arguments[0]); if (arguments[0]) page.setAttribute('data-color-mode', 'dark')",
                dark, rightToLeft);
        browser.script("document.querySelector(arguments[0]).scrollIntoView()", part);
    }

    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + "-" + width;
    }
}
