/**
 * What is wrong with a question bank as a whole, in words its authors can act on: pure functions of what is written. No file,
 * no database and no HTTP lives here, and nothing here knows what the questions are about.
 */
@NullMarked
package dev.weakspot.catalog.doctor;

import org.jspecify.annotations.NullMarked;
