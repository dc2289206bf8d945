package dev.weakspot.catalog.bank;

import dev.weakspot.catalog.doctor.RetiredName;
import java.util.List;

/** Understands {@code retired-names.json}: names that the bank's subject no longer has, and since which version. */
final class RetiredNamesFile {

    static final String NAME = "retired-names.json";

    private RetiredNamesFile() {}

    /** Reads it. @throws Misreading when it does not say what its format wants */
    static List<RetiredName> read(Source source) {
        return Entry.ofFile(source.text()).withOnly("retired").get("retired").items().stream()
                .map(entry -> entry.withOnly("name", "since", "instead"))
                .map(entry -> entry.as(() -> new RetiredName(
                        entry.get("name").text(),
                        entry.get("since").text(),
                        entry.get("instead").text())))
                .toList();
    }
}
