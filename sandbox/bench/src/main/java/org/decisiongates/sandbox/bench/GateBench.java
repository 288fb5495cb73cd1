package org.decisiongates.sandbox.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import org.decisiongates.issue.IssueView;
import org.decisiongates.policy.Finding;

/**
 * Eight required fields at a transition: our gate, a plain loop, a dynamic Groovy script. The long warm-up is for the script: its call
 * sites settle only after ten thousand runs.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 5)
@Measurement(iterations = 3, time = 2)
public class GateBench {

    /** Whether all eight fields are set, or one names nobody. */
    @Param({"pass", "fail"})
    public String path;

    private final Variants.OurGate gate = Variants.OurGate.of(Required.EIGHT);
    private final Variants.PlainLoop plain = new Variants.PlainLoop(Required.EIGHT);
    private final Variants.GroovyScript groovy = new Variants.GroovyScript(Required.EIGHT);
    private IssueView item;

    @Setup
    public void fill() {
        item = RequiredFields.on(path, Required.EIGHT, Required.EIGHT, Variants.NOW.today());
    }

    @Benchmark
    public List<Finding> gate() {
        return gate.missing(item);
    }

    @Benchmark
    public List<Finding> plain() {
        return plain.missing(item);
    }

    @Benchmark
    public List<Finding> groovy() {
        return groovy.missing(item);
    }
}
