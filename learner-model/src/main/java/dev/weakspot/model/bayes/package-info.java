/** The Bayesian Elo core: normal beliefs about learners, topics and questions, moved a little by every answer. */
@NullMarked
package dev.weakspot.model.bayes;

import org.jspecify.annotations.NullMarked;
