/** People who may sign in, and what they may do. Nobody else knows that a learner's pseudonym is theirs. */
@NullMarked
package dev.weakspot.web.account;

import org.jspecify.annotations.NullMarked;
