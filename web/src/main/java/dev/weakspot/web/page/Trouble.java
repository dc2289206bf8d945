package dev.weakspot.web.page;

/**
 * What went wrong.
 *
 * @param status of HTTP
 * @param text which texts explain it
 */
public record Trouble(int status, int text) {}
