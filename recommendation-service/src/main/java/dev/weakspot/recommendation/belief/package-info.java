/** What we believe about learners, questions and topics, and how attempts move it. */
@NullMarked
package dev.weakspot.recommendation.belief;

import org.jspecify.annotations.NullMarked;
