/** Geometry of plots: where lines, bars, dots and days stand in an SVG. Knows no words, colours, pages or services. */
@NullMarked
package dev.weakspot.web.chart;

import org.jspecify.annotations.NullMarked;
