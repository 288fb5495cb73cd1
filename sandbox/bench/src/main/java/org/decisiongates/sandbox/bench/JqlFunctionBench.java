package org.decisiongates.sandbox.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import org.decisiongates.issue.IssueView;
import org.decisiongates.policy.ActiveWaivers;
import org.decisiongates.readiness.GatedTransition;
import org.decisiongates.readiness.GatesAhead;
import org.decisiongates.readiness.ReadinessEvaluator;
import org.decisiongates.readiness.ScoreWeights;
import org.decisiongates.readiness.TransitionReadiness;

/**
 * What functions of JQL take beyond Jira's own search: as many issues as {@code gateReady} looks at, asked as it asks them, and the score
 * of one issue, which is what a number field of it would take in a re-index. The loop reads the same fields of the same issues. What Jira
 * takes to find and load them is not a part of it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class JqlFunctionBench {

    /** The most issues that a function of the app answers for. */
    static final int ISSUES = 500;

    /** Rules of the gate into the phase. */
    @Param({"10", "50"})
    public int rules;

    private List<IssueView> issues;
    private Variants.PlainLoop plain;
    private GatedTransition into;

    @Setup
    public void fill() {
        Required required = Required.fields(rules);
        Required held = Required.fields(PolicyGateBench.FIELDS);
        issues = new ArrayList<>(IntStream.range(0, ISSUES).mapToObj(
                number -> RequiredFields.on(number % 2 == 0 ? "pass" : "fail", required, held, Variants.NOW.today())).toList());
        plain = new Variants.PlainLoop(required);
        into = new GatedTransition(11, "Send for review", List.of(Variants.OurGate.ofPolicy(required).gate()));
    }

    /** How many of the issues no gate would keep from the phase. */
    @Benchmark
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public int ready() {
        ReadinessEvaluator evaluator = new ReadinessEvaluator(Variants.NOW);
        int ready = 0;
        for (IssueView issue : issues) {
            if (evaluator.evaluate(into, issue, ActiveWaivers.NONE).state() == TransitionReadiness.State.READY) {
                ready++;
            }
        }
        return ready;
    }

    /** How many of the issues lack nothing. */
    @Benchmark
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public int plain() {
        int complete = 0;
        for (IssueView issue : issues) {
            if (plain.missing(issue).isEmpty()) {
                complete++;
            }
        }
        return complete;
    }

    /** The points of all issues together, taken for one of them. */
    @Benchmark
    @OutputTimeUnit(TimeUnit.NANOSECONDS)
    @OperationsPerInvocation(ISSUES)
    public long score() {
        ReadinessEvaluator evaluator = new ReadinessEvaluator(Variants.NOW);
        GatesAhead ahead = GatesAhead.along(into);
        long points = 0;
        for (IssueView issue : issues) {
            points += evaluator.score(ahead, issue, ActiveWaivers.NONE, ScoreWeights.SHIPPED).value().orElseThrow();
        }
        return points;
    }
}
