package org.decisiongates.sandbox.e2e;

import java.util.Locale;

/** What pages are laid out in: two fonts that browser-needs.txt names, and something wider than either. */
enum Font {
    NARROW("Liberation Sans", ""),
    WIDE("DejaVu Sans", ""),
    WIDEST("DejaVu Sans", "letter-spacing: 2px !important;");

    private final String family;
    private final String more;

    Font(String family, String more) {
        this.family = family;
        this.more = more;
    }

    String family() {
        return family;
    }

    /** A style sheet; icons are drawn by elements of their own, which no star means. */
    String style() {
        return "* { font-family: \"" + family + "\" !important; " + more + " }";
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
