package org.decisiongates.metric;

/** What a number counts, and the text it is written with. */
public enum Unit {
    /** 0 to 1. */
    SHARE("decision-gates.page.unit.share"),
    /** Days of 24 hours. */
    DAYS("decision-gates.page.unit.days"),
    /** Mondays to Fridays. */
    BUSINESS_DAYS("decision-gates.page.unit.working-days"),
    A_WEEK("decision-gates.page.unit.a-week"),
    COUNT("decision-gates.page.number");

    private final String textKey;

    Unit(String textKey) {
        this.textKey = textKey;
    }

    /** Takes the number as its only argument. */
    public String textKey() {
        return textKey;
    }
}
