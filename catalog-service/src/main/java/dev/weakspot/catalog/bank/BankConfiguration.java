package dev.weakspot.catalog.bank;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * Where the question bank is.
 *
 * @param load whether to load it when the service starts
 * @param resources the folder of the class path with the bank's files
 * @param folder a folder of the file system with further files; empty for none
 */
@ConfigurationProperties("weakspot.bank")
record BankConfiguration(
        @Bindable(defaultValue = "true") boolean load,
        @Bindable(defaultValue = "question-bank") String resources,
        @Bindable(defaultValue = "") String folder) {}
