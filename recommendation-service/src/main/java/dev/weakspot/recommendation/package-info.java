/** The room that owns what we believe a learner knows, and suggests what to practise next. */
@NullMarked
package dev.weakspot.recommendation;

import org.jspecify.annotations.NullMarked;
