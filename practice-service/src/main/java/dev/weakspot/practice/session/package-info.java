/**
 * Practice sessions: sets of questions that a learner works through, block by block, in any browser. Attempts on them are
 * made elsewhere; what they were worth is read here.
 */
@NullMarked
package dev.weakspot.practice.session;

import org.jspecify.annotations.NullMarked;
