package org.decisiongates.metric;

/**
 * A number that stands beside a metric's own.
 *
 * @param key stable name, {@code p85-days}
 */
public record SecondaryFigure(String key, Unit unit, Shown shown) {

    /** When the page shows it. */
    public enum Shown {
        /** It only travels. */
        NEVER,
        ALWAYS,
        UNLESS_ZERO,
        /** It grows by itself, which would make two renderings of one page differ. */
        EXCEPT_IN_COMPARISONS,
        /** It is 1 for a claim that holds, and shows as a mark. */
        AS_A_MARK
    }

    static SecondaryFigure of(String key, Unit unit) {
        return new SecondaryFigure(key, unit, Shown.ALWAYS);
    }

    static SecondaryFigure count(String key) {
        return new SecondaryFigure(key, Unit.COUNT, Shown.UNLESS_ZERO);
    }

    /** A count the page does not show. */
    static SecondaryFigure hidden(String key) {
        return new SecondaryFigure(key, Unit.COUNT, Shown.NEVER);
    }

    SecondaryFigure shown(Shown when) {
        return new SecondaryFigure(key, unit, when);
    }

    /** Takes the number, written in its unit; a mark takes none. */
    public String textKey() {
        return "decision-gates.page.beside." + key;
    }
}
