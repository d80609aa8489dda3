/** Services and analysts: who is given narrow tokens, and what they are good for. */
@NullMarked
package dev.contactcenter.it.services;

import org.jspecify.annotations.NullMarked;
