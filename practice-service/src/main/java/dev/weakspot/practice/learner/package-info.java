/** Who is practising, as far as this service knows: a pseudonym. Names and addresses never come here. */
@NullMarked
package dev.weakspot.practice.learner;

import org.jspecify.annotations.NullMarked;
