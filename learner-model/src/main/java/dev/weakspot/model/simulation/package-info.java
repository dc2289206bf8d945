/**
 * Learners made by us, who learn and forget, and what becomes of them under different ways of choosing questions. The only place
 * that knows a truth; no model and no policy ever sees it.
 */
@NullMarked
package dev.weakspot.model.simulation;

import org.jspecify.annotations.NullMarked;
