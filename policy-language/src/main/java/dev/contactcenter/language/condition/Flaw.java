package dev.contactcenter.language.condition;

/**
 * One thing in a condition that cannot be used, and what would be right.
 *
 * @param offset where it begins, in UTF-16 units of the condition's text; the length of the text if something is missing there
 * @param length in UTF-16 units; never less than 1
 * @param what a clause that names the thing and why it cannot be used
 * @param suggestion a clause that says what would be right; empty if nothing can be suggested
 */
public record Flaw(int offset, int length, String what, String suggestion) {}
