/** Who a request or an event is about: a pseudonym. Never a name. */
@NullMarked
package dev.weakspot.recommendation.learner;

import org.jspecify.annotations.NullMarked;
