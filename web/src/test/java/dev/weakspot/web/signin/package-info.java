@NullMarked
package dev.weakspot.web.signin;

import org.jspecify.annotations.NullMarked;
