package org.decisiongates.sandbox.bench;

import org.decisiongates.issue.IssueView;
import org.decisiongates.sandbox.bench.Variants.Variant;

/**
 * The first evaluations of a process: prints the nanoseconds taken by preparing a variant and by its first 1, 100 and 10 000 evaluations.
 */
public final class EvaluateCold {

    private EvaluateCold() {
    }

    /** The arguments are the variant and the path. */
    public static void main(String[] arguments) {
        IssueView item = RequiredFields.on(arguments[1], Required.EIGHT, Required.EIGHT, Variants.NOW.today());
        long begun = System.nanoTime();
        Variant variant = Variants.of(arguments[0], Required.EIGHT);
        long prepared = System.nanoTime();
        long found = variant.missing(item).size();
        long first = System.nanoTime();
        found += found(variant, item, 99);
        long hundred = System.nanoTime();
        found += found(variant, item, 9_900);
        long all = System.nanoTime();
        if (found != (arguments[1].equals("pass") ? 0 : 10_000)) {
            throw new IllegalStateException("found " + found);
        }
        System.out.println((prepared - begun) + " " + (first - prepared) + " " + (hundred - prepared) + " " + (all - prepared));
    }

    private static long found(Variant variant, IssueView item, int times) {
        long found = 0;
        for (int i = 0; i < times; i++) {
            found += variant.missing(item).size();
        }
        return found;
    }
}
