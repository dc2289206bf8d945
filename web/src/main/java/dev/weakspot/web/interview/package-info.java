/** What a learner wants to be ready for, whether they will be, and what to do until then. */
@NullMarked
package dev.weakspot.web.interview;

import org.jspecify.annotations.NullMarked;
