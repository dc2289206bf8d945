package dev.weakspot.bench;

import dev.weakspot.cli.ServiceName;
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
        try (var stage = new Stage(conditions.installation())) {
            for (ServiceName service : ServiceName.values()) {
                stage.start(service).close();
                List<Double> seconds = new ArrayList<>();
                for (int round = 0; round < rounds; round++) {
                    long begin = System.nanoTime();
                    ServiceProcess process = stage.start(service);
                    seconds.add((System.nanoTime() - begin) / 1e9);
                    process.close();
                }
                figures.add(Figure.atMost("start." + service, new Samples(seconds), "s", 2.5, 1));
            }
        }
        try (RunningWeakspot weakspot = RunningWeakspot.start(conditions.installation())) {
            List<Double> seconds = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                seconds.add(weakspot.restart().toMillis() / 1e3);
            }
            figures.add(Figure.atMost("start.everything", new Samples(seconds), "s", 12, 8));
        }
        return figures;
    }
}
