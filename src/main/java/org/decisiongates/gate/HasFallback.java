package org.decisiongates.gate;

import java.util.List;

/**
 * Refuses to move on until somebody has written down what happens if the item is not settled in time.
 *
 * @param length how many visible characters a plan has at least
 */
public record HasFallback(Field field, int length) implements Rule {

    /** What an administrator can set. */
    public static final RuleKind KIND = new RuleKind("has-fallback",
            List.of(Setting.field(Setting.Type.TEXT_FIELD, Field.FALLBACK), Setting.number("length", 20, 1, 1000)),
            settings -> new HasFallback(settings.field("field"), settings.number("length")));

    @Override
    public Verdict examine(WorkItem item, Moment now) {
        if (!item.has(field)) {
            return CannotRun.withoutField(KIND, field);
        }
        String plan = item.text(field);
        if (Prose.visible(plan, 0, plan.length()) == 0) {
            return Verdict.blocked(Finding.on(field, "rule.has-fallback.missing"));
        }
        int written = 0;
        long letters = 0;
        int end;
        for (int start = 0; start < plan.length(); start = end + 1) {
            end = Prose.lineEnd(plan, start);
            int from = Prose.contentStart(plan, start, end);
            if (Prose.isReal(plan, from, end)) {
                written += Prose.visible(plan, from, end);
                letters |= Prose.letters(plan, from, end);
            }
        }
        if (Long.bitCount(letters) < Math.min(length, Prose.LETTERS_OF_A_SENTENCE)) {
            return Verdict.blocked(Finding.on(field, "rule.has-fallback.placeholder"));
        }
        if (written < length) {
            return Verdict.blocked(Finding.on(field, "rule.has-fallback.too-short", Integer.toString(length), Integer.toString(written)));
        }
        return Verdict.passed();
    }
}
