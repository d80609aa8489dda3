/** The supervisor console and the agent desktop: two web apps that sign in by OpenID Connect. */
@NullMarked
package dev.contactcenter.demo.apps;

import org.jspecify.annotations.NullMarked;
