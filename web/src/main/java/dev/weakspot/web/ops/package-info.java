/** How the services are, for those who look after them, and what is going on, for analysts. Nobody can be named from it. */
@NullMarked
package dev.weakspot.web.ops;

import org.jspecify.annotations.NullMarked;
