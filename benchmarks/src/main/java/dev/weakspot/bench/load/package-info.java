/** Clients that keep services busy over real HTTP and cost little themselves, because they share the processors. */
@NullMarked
package dev.weakspot.bench.load;

import org.jspecify.annotations.NullMarked;
