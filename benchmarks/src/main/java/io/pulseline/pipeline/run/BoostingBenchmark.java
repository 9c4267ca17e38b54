package io.pulseline.pipeline.run;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What one thread takes for an activity of three hours and all boosters, in milliseconds. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 3)
@Fork(
        value = 1,
        // The collector of the images. JMH 1.37 and Netty still use Unsafe.
        jvmArgs = {"-Xmx512m", "-XX:+UseSerialGC", "--sun-misc-unsafe-memory-access=allow"})
public class BoostingBenchmark {
    /** Its values are those of the enum. */
    @Param public Scenario scenario = Scenario.OUTDOOR;

    private WholeWay way = WholeWay.of(scenario);

    /** Called by JMH once it has chosen the scenario. */
    @Setup
    public void prepare() {
        way = WholeWay.of(scenario);
    }

    /** The whole way, configuring the boosters included, as for each run. */
    @Benchmark
    public List<BoostStep> boost() {
        return way.go();
    }
}
