/** Page objects: what a person sees and does on each page of the demo and of the login theme. */
@NullMarked
package dev.contactcenter.demo.pages;

import org.jspecify.annotations.NullMarked;
