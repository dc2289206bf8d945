/**
 * The words of learner modelling: questions, topics, attempts, estimates, and what every model of a learner must be able to
 * say. Pure Java; no clock, no chance, no input or output ever lives here.
 */
@NullMarked
package dev.weakspot.model;

import org.jspecify.annotations.NullMarked;
