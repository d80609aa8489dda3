/** The small web servers of the demo, all of one make. */
@NullMarked
package dev.contactcenter.demo.web;

import org.jspecify.annotations.NullMarked;
