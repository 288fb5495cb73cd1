package org.decisiongates.gate;

import java.util.List;

/**
 * Refuses to move on until somebody has written down what happens if the item is not settled in time.
 *
 * @param length how many visible characters a plan has at least
 */
record HasFallback(Field field, int length) implements Rule {

    /** What an administrator can set. */
    static final RuleKind KIND = new RuleKind("has-fallback",
            List.of(Setting.field(Setting.Type.TEXT_FIELD, Field.FALLBACK), Setting.number("length", 20, 1, 1000)),
            settings -> new HasFallback(settings.field("field"), settings.number("length")));

    @Override
    public Verdict examine(WorkItem item, Moment now) {
        if (!item.has(field)) {
            return CannotRun.withoutField(KIND, field);
        }
        String plan = item.text(field);
        if (Prose.visible(plan, 0, plan.length()) == 0) {
            return Verdict.blocked(Finding.on(field, "decision-gates.rule.has-fallback.missing"));
        }
        if (Long.bitCount(letters(plan)) < Math.min(length, Prose.LETTERS_OF_A_SENTENCE)) {
            return Verdict.blocked(Finding.on(field, "decision-gates.rule.has-fallback.placeholder"));
        }
        int written = written(plan);
        if (written < length) {
            return Verdict.blocked(Finding.on(field, "decision-gates.rule.has-fallback.too-short", Integer.toString(length), Integer.toString(written)));
        }
        return Verdict.passed();
    }

    /** How many characters can be seen in the lines that say something. */
    private static int written(String plan) {
        int written = 0;
        int end;
        for (int start = 0; start < plan.length(); start = end + 1) {
            end = Prose.lineEnd(plan, start);
            int from = Prose.contentStart(plan, start, end);
            written += Prose.isReal(plan, from, end) ? Prose.visible(plan, from, end) : 0;
        }
        return written;
    }

    /** The different letters of the lines that say something. */
    private static long letters(String plan) {
        long letters = 0;
        int end;
        for (int start = 0; start < plan.length(); start = end + 1) {
            end = Prose.lineEnd(plan, start);
            int from = Prose.contentStart(plan, start, end);
            letters |= Prose.isReal(plan, from, end) ? Prose.letters(plan, from, end) : 0;
        }
        return letters;
    }
}
