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

/** What a gate of a policy takes by the number of its rules, of an issue with as many custom fields as a large Jira has. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class PolicyGateBench {

    /** Custom fields of the issue, of which a rule reads one. */
    static final int FIELDS = 800;

    /** Whether all fields that are required are set, or one names nobody. */
    @Param({"pass", "fail"})
    public String path;

    @Param({"1", "10", "50"})
    public int rules;

    private Variants.OurGate gate;
    private Variants.PlainLoop plain;
    private Variants.GroovyScript groovy;
    private IssueView item;

    @Setup
    public void fill() {
        Required required = Required.fields(rules);
        gate = Variants.OurGate.ofPolicy(required);
        plain = new Variants.PlainLoop(required);
        groovy = new Variants.GroovyScript(required);
        item = RequiredFields.on(path, required, Required.fields(FIELDS), Variants.NOW.today());
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
