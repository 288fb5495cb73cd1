package org.decisiongates.sandbox.bench;

import static org.junit.Assert.assertEquals;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Benchmarks are run when somebody asks for figures: in between a build holds that they still run. */
public class BenchmarksTest {

    @Test
    public void runOnceEach() throws Exception {
        Collection<RunResult> results = new Runner(new OptionsBuilder().include("GateBench|JqlFunctionBench").forks(0).warmupIterations(0)
                .measurementIterations(1).measurementTime(TimeValue.milliseconds(1)).shouldFailOnError(true).verbosity(VerboseMode.SILENT)
                .build()).run();
        assertEquals(Set.of("GateBench", "PolicyGateBench", "JqlFunctionBench"),
                results.stream().map(result -> result.getParams().getBenchmark().replaceAll(".*\\.(\\w+)\\.\\w+", "$1"))
                        .collect(Collectors.toSet()));
        // three variants: two paths, two paths by three numbers of rules, two numbers of rules
        assertEquals(3 * (2 + 6 + 2), results.size());
    }
}
