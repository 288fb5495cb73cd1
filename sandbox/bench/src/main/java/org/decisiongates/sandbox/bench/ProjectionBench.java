package org.decisiongates.sandbox.bench;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

import org.decisiongates.metric.MetricsProjection;
import org.decisiongates.time.Period;
import org.decisiongates.time.Week;

/** The numbers of a week from a journal of any length, in a heap that does not grow with it: folding, and making the journal up alone. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx96m")
@Warmup(iterations = 3)
@Measurement(iterations = 5)
public class ProjectionBench {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    /** How many entries the journal has. */
    @Param({"1000", "10000", "100000", "1000000"})
    public int changes;

    @Benchmark
    public MetricsProjection.Result fold() {
        return fold(changes);
    }

    @Benchmark
    public void tellOnly(Blackhole hole) {
        SampleChanges.generate(changes, hole::consume);
    }

    static MetricsProjection.Result fold(int count) {
        MetricsProjection projection = new MetricsProjection(
                Period.of(Week.parse(SampleChanges.WEEK), ZONE, Instant.parse("2026-11-20T15:00:00Z")), Set.of(SampleChanges.PROJECT),
                id -> true);
        SampleChanges.generate(count, projection::take);
        return projection.result();
    }
}
