@NullMarked
package dev.weakspot.web.service;

import org.jspecify.annotations.NullMarked;
