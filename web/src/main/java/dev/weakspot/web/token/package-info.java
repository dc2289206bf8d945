/** Short-lived tokens with which we ask the services in a visitor's name, and the keys that sign them. */
@NullMarked
package dev.weakspot.web.token;

import org.jspecify.annotations.NullMarked;
