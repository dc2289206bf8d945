package dev.weakspot.gate;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** What lies behind a gate. */
@Controller("/castle")
class Castle {

    /** Each audience ends with one of these. */
    final Semaphore farewells = new Semaphore(0);

    final AtomicInteger audiences = new AtomicInteger();

    @Get("/hall")
    String hall() {
        return "welcome";
    }

    @Get("/audience")
    @ExecuteOn(TaskExecutors.BLOCKING)
    String audience() {
        audiences.incrementAndGet();
        farewells.acquireUninterruptibly();
        return "farewell";
    }

    @Post(value = "/letters", consumes = MediaType.TEXT_PLAIN, produces = MediaType.TEXT_PLAIN)
    String letter(@Body String text) {
        return text;
    }

    @Get("/library")
    String library() {
        return "x".repeat(50_000_000);
    }
}
