package dev.weakspot.catalog.bank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weakspot.catalog.doctor.Diagnosis;
import io.micronaut.core.io.scan.ClassPathResourceLoader;
import io.micronaut.validation.validator.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExaminationsTest {

    private static final String LISTS = "topic: {slug: lists, title: Lists, group: Basics}\nquestions: []\n";

    @TempDir
    private Path folder;

    @Test
    void filesThatHaveNotChangedAreNotExaminedAgain() throws IOException {
        Files.writeString(folder.resolve("lists.yaml"), LISTS);
        ExamineBank examineBank = examineBank();
        Diagnosis first = examineBank.examine();

        assertThat(examineBank.examine()).isSameAs(first);
    }

    @Test
    void filesThatHaveChangedAreExaminedAgain() throws IOException {
        Files.writeString(folder.resolve("lists.yaml"), LISTS);
        ExamineBank examineBank = examineBank();
        Diagnosis first = examineBank.examine();

        Files.writeString(folder.resolve("lists.yaml"), LISTS.replace("group: Basics", "group: "));

        assertThat(examineBank.examine()).isNotEqualTo(first);
    }

    private ExamineBank examineBank() {
        var configuration = new BankConfiguration(true, "no-bank-on-the-class-path", folder.toString());
        return new ExamineBank(
                new BankFiles(
                        configuration, ClassPathResourceLoader.defaultLoader(ExaminationsTest.class.getClassLoader())),
                new BankReader(Validator.getInstance()));
    }
}
