/**
 * How every error leaves a service: one body, application/problem+json, and stable names for what the domain refuses.
 * No error of a particular service lives here.
 */
@NullMarked
package dev.weakspot.problem;

import org.jspecify.annotations.NullMarked;
