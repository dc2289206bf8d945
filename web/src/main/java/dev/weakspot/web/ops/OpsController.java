package dev.weakspot.web.ops;

import dev.weakspot.web.page.Page;
import dev.weakspot.web.page.Pages;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;

/** Shows how the services are. */
@Controller("/ops")
@Secured({"ops", "analyst"})
@ExecuteOn(TaskExecutors.BLOCKING)
class OpsController {

    private final AskServices askServices;
    private final Pages pages;

    OpsController(AskServices askServices, Pages pages) {
        this.askServices = askServices;
        this.pages = pages;
    }

    @Get
    MutableHttpResponse<byte[]> ops(Page page) {
        return pages.show(page, "ops", askServices.ask());
    }
}
