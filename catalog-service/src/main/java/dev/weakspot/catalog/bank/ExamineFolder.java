package dev.weakspot.catalog.bank;

import dev.weakspot.catalog.doctor.Diagnosis;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.validation.validator.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes any folder of bank files to the doctor, without a running service. The {@code weakspot} command calls it in a class
 * loader of its own, so what goes in and comes out are types of the JDK.
 */
public final class ExamineFolder {

    private static final String SHIPPED_NAMES = "/question-bank/" + RetiredNamesFile.NAME;

    private ExamineFolder() {}

    /**
     * Examines a folder. Its own {@code coverage.json} and {@code retired-names.json} count; without the latter, those of
     * the bank that we ship.
     *
     * @param name what to call the folder in the findings
     * @param coverage a coverage file instead of the folder's own
     * @param runsPrograms whether to run the Python programs whose output a question asks for; they may do anything
     * @return the diagnosis, as {@code GET /api/v1/bank/findings} shows it
     * @throws UncheckedIOException when a file cannot be read; its cause is a {@link NoSuchFileException} when there is none
     */
    public static String examine(Path folder, String name, Optional<Path> coverage, boolean runsPrograms) {
        try {
            var reader = new BankReader(Validator.getInstance());
            List<Source> files = BankFiles.readFolder(folder, name);
            if (files.isEmpty()) {
                throw new NoSuchFileException(name, null, "it has no .yaml or .yml file, so it is no bank");
            }
            Bank bank = Bank.of(files.stream().map(reader::read).toList());
            Optional<Source> wanted =
                    coverage.isPresent() ? Optional.of(read(coverage.get())) : find(folder, name, CoverageFile.NAME);
            Optional<Source> retired = find(folder, name, RetiredNamesFile.NAME);
            Diagnosis diagnosis = ExamineBank.examine(
                    name,
                    bank,
                    wanted,
                    retired.isPresent() ? retired : shippedNames(),
                    runsPrograms ? Programs.ofPython().examine(name, bank) : List.of());
            return ObjectMapper.create(Map.of(), ExamineFolder.class.getPackageName())
                    .writeValueAsString(diagnosis);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private static Source read(Path file) throws IOException {
        return BankFiles.read(file, file.toString());
    }

    private static Optional<Source> find(Path folder, String name, String file) throws IOException {
        Path path = folder.resolve(file);
        return Files.exists(path) ? Optional.of(BankFiles.read(path, name + "/" + file)) : Optional.empty();
    }

    private static Optional<Source> shippedNames() throws IOException {
        try (@Nullable InputStream shipped = ExamineFolder.class.getResourceAsStream(SHIPPED_NAMES)) {
            return shipped == null
                    ? Optional.empty()
                    : Optional.of(new Source(
                            RetiredNamesFile.NAME, new String(shipped.readAllBytes(), StandardCharsets.UTF_8)));
        }
    }
}
