/** Takes security event tokens in, each once, however often and wherever it comes. */
@NullMarked
package dev.contactcenter.endpoints.receiver;

import org.jspecify.annotations.NullMarked;
