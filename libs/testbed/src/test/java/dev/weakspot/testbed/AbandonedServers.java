package dev.weakspot.testbed;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A JVM of its own with a PostgreSQL and a Kafka in it, to be killed: nobody stops what it started. */
final class AbandonedServers {

    private AbandonedServers() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        PostgresServer postgres = PostgresServer.start(folder.resolve("postgres"), Integer.parseInt(args[1]));
        postgres.database("catalog");
        KafkaServer.start(folder.resolve("kafka"), Integer.parseInt(args[2]));
        System.out.println("started");
        TimeUnit.DAYS.sleep(1);
    }

    /** Starts both servers in another JVM, which keeps running until it is killed. */
    static Process start(Path folder, int postgresPort, int kafkaPort) throws IOException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        AbandonedServers.class.getName(),
                        folder.toString(),
                        Integer.toString(postgresPort),
                        Integer.toString(kafkaPort))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader output = process.inputReader();
        while (!"started".equals(output.readLine())) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the servers did not start");
            }
        }
        return process;
    }
}
