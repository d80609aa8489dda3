/** The demo as a whole: what runs, where, and the program that starts it. */
@NullMarked
package dev.contactcenter.demo;

import org.jspecify.annotations.NullMarked;
