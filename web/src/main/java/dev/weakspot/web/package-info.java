/** The front door: signs people in and shows them pages. */
@NullMarked
package dev.weakspot.web;

import org.jspecify.annotations.NullMarked;
