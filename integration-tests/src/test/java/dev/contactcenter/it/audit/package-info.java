/** What the decision records tell, and that none is lost. */
@NullMarked
package dev.contactcenter.it.audit;

import org.jspecify.annotations.NullMarked;
