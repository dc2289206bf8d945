/** The three services, as far as pages need them. Each record names only what a page shows. */
@NullMarked
package dev.weakspot.web.service;

import org.jspecify.annotations.NullMarked;
