/** Where administrators see and test the sinks of records. */
@NullMarked
package dev.contactcenter.endpoints.audit;

import org.jspecify.annotations.NullMarked;
