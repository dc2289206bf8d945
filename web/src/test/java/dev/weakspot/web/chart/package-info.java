@NullMarked
package dev.weakspot.web.chart;

import org.jspecify.annotations.NullMarked;
