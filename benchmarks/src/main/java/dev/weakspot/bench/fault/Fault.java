package dev.weakspot.bench.fault;

import dev.weakspot.cli.ServiceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** What can go wrong. Each strikes, lasts a while, and leaves every part running that ran before. */
enum Fault {
    KILLED_PRACTICE(Hit.PRACTICE) {
        @Override
        void strike(Scene scene) throws IOException {
            killAndStart(scene.cluster().practices().getFirst().part());
        }
    },

    KILLED_RECOMMENDATION(Hit.RECOMMENDATION) {
        @Override
        void strike(Scene scene) throws IOException {
            killAndStart(anyRecommendation(scene));
        }
    },

    KILLED_CATALOG(Hit.CATALOG) {
        @Override
        void strike(Scene scene) throws IOException {
            killAndStart(scene.cluster().catalog());
        }
    },

    KILLED_WEB(Hit.WEB) {
        @Override
        void strike(Scene scene) throws IOException {
            killAndStart(scene.cluster().web());
        }
    },

    STOPPED_KAFKA(Hit.KAFKA) {
        @Override
        void strike(Scene scene) throws IOException, InterruptedException {
            stopAndStart(scene, scene.cluster().broker());
        }
    },

    KILLED_KAFKA(Hit.KAFKA) {
        @Override
        void strike(Scene scene) throws IOException {
            killAndStart(scene.cluster().broker());
        }
    },

    STOPPED_POSTGRESQL(Hit.POSTGRESQL) {
        @Override
        void strike(Scene scene) throws IOException, InterruptedException {
            stopAndStart(scene, scene.cluster().postgres());
        }
    },

    KILLED_POSTGRESQL(Hit.POSTGRESQL) {
        @Override
        void strike(Scene scene) throws IOException {
            killAndStart(scene.cluster().postgres());
        }
    },

    /** Another one takes its partitions; what it does when it wakes must not count. */
    FROZEN_CONSUMER(Hit.RECOMMENDATION) {
        @Override
        void strike(Scene scene) throws IOException, InterruptedException {
            Part consumer = anyRecommendation(scene);
            consumer.freeze();
            scene.rest(PAST_THE_SESSION);
            consumer.thaw();
        }
    },

    /** The same, while it holds the locks that everybody waits for: PostgreSQL takes them from it. */
    FROZEN_IN_TRANSACTION(Hit.RECOMMENDATION, Hit.POSTGRESQL) {
        @Override
        void strike(Scene scene) throws IOException, InterruptedException, SQLException {
            Part consumer = scene.cluster().recommendations().getFirst().part();
            boolean isInTransaction = false;
            for (int i = 0; i < TRIES && !isInTransaction; i++) {
                consumer.freeze();
                scene.rest(MOMENT);
                isInTransaction = scene.isAnyoneIdleInTransaction(ServiceName.RECOMMENDATION);
                if (!isInTransaction) {
                    consumer.thaw();
                    scene.rest(scene.random().nextInt(20));
                }
            }
            scene.rest(PAST_THE_SESSION);
            consumer.thaw();
        }
    },

    OVERLOAD(Hit.PRACTICE) {
        @Override
        void strike(Scene scene) throws InterruptedException {
            scene.learners().rush(CROWD, scene.length().multipliedBy(20), scene.random());
        }
    },

    /** Dead rows of the outbox stay as long as somebody might look at them. */
    OLD_SNAPSHOT(Hit.POSTGRESQL) {
        @Override
        void strike(Scene scene) throws InterruptedException, SQLException {
            try (Connection connection =
                            scene.cluster().database(ServiceName.PRACTICE).connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("begin isolation level repeatable read");
                statement.executeQuery("select count(*) from outbox").close();
                scene.rest(scene.length().multipliedBy(3));
                statement.execute("rollback");
            }
        }
    },

    ODD_DELIVERIES(Hit.KAFKA) {
        @Override
        void strike(Scene scene) {
            scene.strangers().deliverOddly();
        }
    },

    POISON(Hit.KAFKA) {
        @Override
        void strike(Scene scene) {
            scene.strangers().poison();
        }
    },

    /** Two services, two relays, one outbox: and the first one dies. */
    TWO_RELAYS(Hit.PRACTICE) {
        @Override
        void strike(Scene scene) throws IOException, InterruptedException {
            JavaPart second = scene.cluster().practices().getLast().part();
            second.start();
            scene.cluster().awaitWell(second);
            scene.rest(scene.length());
            killAndStart(scene.cluster().practices().getFirst().part());
            scene.rest(scene.length());
            second.stop();
        }
    },

    THIRD_INSTANCE_COMES_AND_GOES(Hit.RECOMMENDATION) {
        @Override
        void strike(Scene scene) throws IOException, InterruptedException {
            JavaPart third = scene.cluster().recommendations().getLast().part();
            third.start();
            scene.cluster().awaitWell(third);
            scene.rest(scene.length());
            third.stop();
        }
    },

    INSTANCE_GOES_AND_COMES(Hit.RECOMMENDATION) {
        @Override
        void strike(Scene scene) throws IOException, InterruptedException {
            stopAndStart(scene, anyRecommendation(scene));
        }
    },

    /** On a volume of its own, if the system lets us mount one. */
    FULL_DISK(Hit.POSTGRESQL) {
        @Override
        boolean isPossible(Cluster cluster) {
            return cluster.hasVolume();
        }

        @Override
        void strike(Scene scene) throws IOException, InterruptedException {
            scene.cluster().volume().shrink();
            try {
                scene.rest(scene.length().multipliedBy(2));
            } finally {
                scene.cluster().volume().grow();
            }
        }
    },

    /** A service whose clock is some minutes off, where the library for it is installed. */
    WRONG_CLOCK(Hit.PRACTICE, Hit.RECOMMENDATION) {
        @Override
        boolean isPossible(Cluster cluster) {
            return Files.exists(FAKETIME);
        }

        @Override
        void strike(Scene scene) throws IOException, InterruptedException {
            List<JavaPart> parts = List.of(
                    scene.cluster().practices().getFirst().part(),
                    scene.cluster().recommendations().getFirst().part());
            for (JavaPart part : parts) {
                int minutes = scene.random().nextInt(-10, 11);
                part.environment().put("LD_PRELOAD", FAKETIME.toString());
                part.environment().put("FAKETIME", "%+dm".formatted(minutes));
                part.environment().put("DONT_FAKE_MONOTONIC", "1");
                killAndStart(part);
            }
            for (JavaPart part : parts) {
                scene.cluster().awaitWell(part);
            }
            scene.rest(scene.length());
            for (JavaPart part : parts) {
                part.environment().clear();
                killAndStart(part);
            }
        }
    };

    /** A member that does not answer loses its partitions after six seconds. */
    private static final Duration PAST_THE_SESSION = Duration.ofSeconds(8);

    private static final int MOMENT = 30;
    private static final int TRIES = 200;
    private static final int CROWD = 600;
    private static final Path FAKETIME = Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1");

    private final Hit first;
    private final Hit second;

    Fault(Hit only) {
        this(only, only);
    }

    Fault(Hit first, Hit second) {
        this.first = first;
        this.second = second;
    }

    /** What a fault needs for itself: two that hit the same cannot strike together. */
    enum Hit {
        PRACTICE,
        RECOMMENDATION,
        CATALOG,
        WEB,
        KAFKA,
        POSTGRESQL
    }

    abstract void strike(Scene scene) throws IOException, InterruptedException, SQLException;

    /** Whether this machine lets it happen. */
    boolean isPossible(Cluster cluster) {
        return true;
    }

    /** Whether it can strike together with the other one. */
    boolean goesWith(Fault other) {
        return Collections.disjoint(List.of(first, second), List.of(other.first, other.second));
    }

    /** What one types. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What people call it. */
    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Part anyRecommendation(Scene scene) {
        return scene.cluster().recommendations().get(scene.random().nextInt(2)).part();
    }

    private static void killAndStart(Part part) throws IOException {
        part.kill();
        part.start();
    }

    private static void stopAndStart(Scene scene, Part part) throws IOException, InterruptedException {
        part.stop();
        scene.rest(scene.length());
        part.start();
    }

    /** Where a fault strikes. */
    record Scene(Cluster cluster, Learners learners, Strangers strangers, Duration length, SplittableRandom random) {

        void rest(Duration duration) throws InterruptedException {
            rest(Math.toIntExact(duration.toMillis()));
        }

        void rest(int millis) throws InterruptedException {
            TimeUnit.MILLISECONDS.sleep(millis);
        }

        boolean isAnyoneIdleInTransaction(ServiceName service) throws SQLException {
            try (Connection connection = cluster.database(service).connect();
                    Statement statement = connection.createStatement();
                    var rows = statement.executeQuery("""
                            select count(*) > 0 from pg_stat_activity
                             where datname = current_database() and state = 'idle in transaction'
                               and now() - state_change > interval '20 ms'
                            """)) {
                rows.next();
                return rows.getBoolean(1);
            }
        }

        List<Part> awaitAll() throws IOException, InterruptedException {
            List<Part> running = new ArrayList<>();
            for (Part part : cluster.parts()) {
                boolean isWanted = !(part instanceof JavaPart java) || java.isWanted();
                if (isWanted) {
                    cluster.awaitWell(part);
                    running.add(part);
                }
            }
            return running;
        }
    }
}
