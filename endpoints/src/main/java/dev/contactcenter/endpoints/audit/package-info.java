/** Where applications tell what was done on the tokens that they were shown, and where administrators see and test the sinks of records. */
@NullMarked
package dev.contactcenter.endpoints.audit;

import org.jspecify.annotations.NullMarked;
