package dev.weakspot.bench;

import dev.weakspot.bench.hotpath.HotPaths;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The {@link HotPaths}: microseconds and bytes for each call. They have no bar; they explain the others and show what got worse. */
record JmhBenchmark() implements Benchmark {

    private static final String ALLOCATED = "gc.alloc.rate.norm";

    @Override
    public String name() {
        return "jmh";
    }

    @Override
    public String question() {
        return "fold, predict, grade, encode and decode: time and allocation";
    }

    @Override
    public List<Figure> measure(Bench.Conditions conditions) throws Exception {
        Effort effort = conditions.effort();
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(HotPaths.class.getName())
                        .forks(1)
                        .warmupIterations(effort.count(5, 3, 1))
                        .measurementIterations(effort.rounds())
                        .warmupTime(TimeValue.milliseconds(effort.count(2_000, 1_000, 100)))
                        .measurementTime(TimeValue.milliseconds(effort.count(2_000, 1_000, 100)))
                        .addProfiler(GCProfiler.class)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        return results.stream().flatMap(JmhBenchmark::figures).toList();
    }

    private static Stream<Figure> figures(RunResult result) {
        String name = "jmh." + result.getPrimaryResult().getLabel();
        Result<?> allocated = result.getSecondaryResults().get(ALLOCATED);
        return Stream.of(
                Figure.told(name, result.getPrimaryResult().getScore(), "µs"),
                Figure.told(name + ".allocated", allocated == null ? 0 : allocated.getScore(), "B"));
    }
}
