/** Where applications tell what was done on the tokens that they were shown. */
@NullMarked
package dev.contactcenter.endpoints.audit;

import org.jspecify.annotations.NullMarked;
