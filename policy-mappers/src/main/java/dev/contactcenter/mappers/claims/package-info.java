/** What a token tells: mode and policy, and the authentication that its actions rest on. */
@NullMarked
package dev.contactcenter.mappers.claims;

import org.jspecify.annotations.NullMarked;
