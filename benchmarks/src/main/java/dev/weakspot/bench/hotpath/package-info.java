/** What runs for every attempt or every prediction, measured by JMH in a process of its own: time and allocation. */
@NullMarked
package dev.weakspot.bench.hotpath;

import org.jspecify.annotations.NullMarked;
