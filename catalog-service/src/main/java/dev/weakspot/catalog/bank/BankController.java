package dev.weakspot.catalog.bank;

import dev.weakspot.catalog.Roles;
import dev.weakspot.catalog.doctor.Diagnosis;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;

/** What became of the question bank, for its authors. */
@Controller("/api/v1/bank")
@Secured(Roles.AUTHOR)
class BankController {

    private final BankAtStart bank;
    private final ExamineBank examineBank;

    BankController(BankAtStart bank, ExamineBank examineBank) {
        this.bank = bank;
        this.examineBank = examineBank;
    }

    /** Shows what the last start of this service did with the bank. */
    @Get
    BankReport showBank() {
        return bank.report();
    }

    /** Shows what the doctor finds in the bank's files as they are now: the worst first. */
    @Get("/findings")
    @ExecuteOn(TaskExecutors.BLOCKING)
    Diagnosis showFindings() {
        return examineBank.examine();
    }
}
