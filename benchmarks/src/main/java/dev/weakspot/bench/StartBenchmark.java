package dev.weakspot.bench;

import dev.weakspot.cli.ServiceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How long one waits: for a service by itself, and for everything. The data is there already, as after a deployment. */
record StartBenchmark() implements Benchmark {

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String question() {
        return "each service from its process to its first 200, and ./weakspot start from a warm build";
    }

    @Override
    public List<Figure> measure(Bench.Conditions conditions) throws Exception {
        int rounds = conditions.effort().rounds();
        List<Figure> figures = new ArrayList<>();
        try (var stage = new Stage(conditions)) {
            for (ServiceName service : ServiceName.values()) {
                Path jar = conditions.installation().jarOf(service);
                Path cache = jar.resolveSibling(service + ".aot");
                Files.deleteIfExists(cache);
                TrainingRun.train(stage, service, jar, cache);
                List<Double> plain = new ArrayList<>();
                List<Double> trained = new ArrayList<>();
                for (int round = 0; round < rounds; round++) {
                    plain.add(seconds(stage, service, jar, List.of()));
                    trained.add(seconds(stage, service, jar, List.of("-XX:AOTCache=" + cache)));
                }
                figures.add(Figure.told("start." + service + ".without-cache", new Samples(plain), "s"));
                figures.add(Figure.atMost("start." + service, new Samples(trained), "s", 2.5, 1));
            }
        }
        try (RunningWeakspot weakspot = RunningWeakspot.start(conditions)) {
            List<Double> seconds = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                seconds.add(weakspot.restart().toMillis() / 1e3);
            }
            figures.add(Figure.atMost("start.everything", new Samples(seconds), "s", 12, 8));
        }
        return figures;
    }

    private static double seconds(Stage stage, ServiceName service, Path jar, List<String> flags)
            throws IOException, InterruptedException {
        long begin = System.nanoTime();
        ServiceProcess process = stage.start(service, jar, flags);
        double seconds = (System.nanoTime() - begin) / 1e9;
        process.close();
        return seconds;
    }
}
