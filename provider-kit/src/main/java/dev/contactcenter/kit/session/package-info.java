/** What a Keycloak session tells: which actions and modes are asked for, what was proven and when. */
@NullMarked
package dev.contactcenter.kit.session;

import org.jspecify.annotations.NullMarked;
