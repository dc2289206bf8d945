/** Lets made-up learners practise and shows what became of them. The simulation itself lives in {@code learner-model}. */
@NullMarked
package dev.weakspot.cli.simulate;

import org.jspecify.annotations.NullMarked;
