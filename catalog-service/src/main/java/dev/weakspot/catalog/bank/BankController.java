package dev.weakspot.catalog.bank;

import dev.weakspot.catalog.Roles;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;

/** What became of the question bank, for its authors. */
@Controller("/api/v1/bank")
@Secured(Roles.AUTHOR)
class BankController {

    private final BankAtStart bank;

    BankController(BankAtStart bank) {
        this.bank = bank;
    }

    /** Shows what the last start of this service did with the bank. */
    @Get
    BankReport showBank() {
        return bank.report();
    }
}
