/**
 * {@code ./weakspot bench}: how fast the packaged services are, beside what the machine and the obvious code can do. Whatever is
 * measured is a {@link dev.weakspot.bench.Benchmark}; nothing here reaches into a service.
 */
@NullMarked
package dev.weakspot.bench;

import org.jspecify.annotations.NullMarked;
