/** Who a request or an event is about, a pseudonym and never a name, and where their days begin. */
@NullMarked
package dev.weakspot.recommendation.learner;

import org.jspecify.annotations.NullMarked;
