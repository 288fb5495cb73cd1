package org.decisiongates.sandbox.bench;

import org.decisiongates.metric.MetricsProjection;

/** Folds a journal of the length given and says how many issues it told of, in whatever heap it was started with. */
public final class ProjectOnce {

    private ProjectOnce() {
    }

    public static void main(String[] arguments) {
        MetricsProjection.Result result = ProjectionBench.fold(Integer.parseInt(arguments[0]));
        System.out.println(result.issues() + " issues, " + result.decisions().openAtEnd() + " open decisions, " + result.figures().size()
                + " figures");
    }
}
