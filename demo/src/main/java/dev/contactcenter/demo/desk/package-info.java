/** A desk's endpoint agent, and the page on which a person chooses what it reports. */
@NullMarked
package dev.contactcenter.demo.desk;

import org.jspecify.annotations.NullMarked;
