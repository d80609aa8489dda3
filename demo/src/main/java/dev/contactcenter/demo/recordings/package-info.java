/** The resource server of the CRM and its recordings, which checks every access token itself. */
@NullMarked
package dev.contactcenter.demo.recordings;

import org.jspecify.annotations.NullMarked;
