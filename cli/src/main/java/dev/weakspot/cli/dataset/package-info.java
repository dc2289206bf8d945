/** Public data sets of learner responses, as files. What is done with them is not known here. */
@NullMarked
package dev.weakspot.cli.dataset;

import org.jspecify.annotations.NullMarked;
