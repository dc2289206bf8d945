@NullMarked
package dev.weakspot.web;

import org.jspecify.annotations.NullMarked;
