/** The pages of the login theme in the hands of people. */
@NullMarked
package dev.contactcenter.it.pages;

import org.jspecify.annotations.NullMarked;
