/** Where transmitters push security events, and where administrators see how streams are doing. */
@NullMarked
package dev.contactcenter.endpoints.ssf;

import org.jspecify.annotations.NullMarked;
