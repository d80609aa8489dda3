/** A relying party and resource server of the realm that Spring Boot and Spring Security make, configured as their documentation says. */
@NullMarked
package dev.contactcenter.springrelyingparty;

import org.jspecify.annotations.NullMarked;
