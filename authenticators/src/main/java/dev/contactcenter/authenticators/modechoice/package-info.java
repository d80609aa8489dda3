/** The choice of one mode, where several are possible and none was asked for. */
@NullMarked
package dev.contactcenter.authenticators.modechoice;

import org.jspecify.annotations.NullMarked;
