/** The viewer that shows decision records as they happen. */
@NullMarked
package dev.contactcenter.demo.records;

import org.jspecify.annotations.NullMarked;
