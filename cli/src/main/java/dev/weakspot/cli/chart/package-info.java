/** Pictures for reports, and the folder they go into. Knows lines, bars and axes, and nothing of what they show. */
@NullMarked
package dev.weakspot.cli.chart;

import org.jspecify.annotations.NullMarked;
