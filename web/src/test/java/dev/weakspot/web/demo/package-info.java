@NullMarked
package dev.weakspot.web.demo;

import org.jspecify.annotations.NullMarked;
