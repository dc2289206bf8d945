package dev.weakspot.web.people;

import dev.weakspot.web.account.Account;
import dev.weakspot.web.account.Accounts;
import dev.weakspot.web.account.GrantRoles;
import dev.weakspot.web.account.Role;
import dev.weakspot.web.page.Page;
import dev.weakspot.web.page.Pages;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lets ops say who may do what. */
@Controller("/people")
@Secured("ops")
@ExecuteOn(TaskExecutors.BLOCKING)
class PeopleController {

    private static final int SIZE = 50;

    private final Accounts accounts;
    private final GrantRoles grantRoles;
    private final Pages pages;

    PeopleController(Accounts accounts, GrantRoles grantRoles, Pages pages) {
        this.accounts = accounts;
        this.grantRoles = grantRoles;
        this.pages = pages;
    }

    @Get
    MutableHttpResponse<byte[]> people(
            Page page, @QueryValue(defaultValue = "1") int number, @Nullable @QueryValue UUID saved) {
        Optional<String> name =
                Optional.ofNullable(saved).flatMap(accounts::findById).map(Account::name);
        return pages.show(page, "people", view(page, number, name, null));
    }

    private PeopleView view(Page page, int number, Optional<String> saved, @Nullable String trouble) {
        long total = accounts.count();
        int last = (int) Math.max(1, (total + SIZE - 1) / SIZE);
        int shown = Math.clamp(number, 1, last);
        List<Account> people = accounts.list(SIZE, (shown - 1) * SIZE);
        return new PeopleView(
                people, total, shown, last, page.signedIn().account(), saved, Optional.ofNullable(trouble));
    }

    /** Gives somebody exactly the roles that are ticked, besides learning. It takes effect with their next page. */
    @Post("/{account}/roles")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    MutableHttpResponse<byte[]> grant(Page page, UUID account, @Body Map<String, Object> form) {
        Set<Role> roles = Stream.of(Role.AUTHOR, Role.ANALYST, Role.OPS)
                .filter(role -> form.containsKey(role.word()))
                .collect(Collectors.toSet());
        return switch (grantRoles.grant(account, roles)) {
            case GRANTED -> Pages.goTo("/people?saved=" + account);
            case NOBODY ->
                pages.show(HttpStatus.NOT_FOUND, page, "people", view(page, 1, Optional.empty(), "people.nobody"));
            case LAST_OPS ->
                pages.show(HttpStatus.CONFLICT, page, "people", view(page, 1, Optional.empty(), "people.last-ops"));
        };
    }
}
