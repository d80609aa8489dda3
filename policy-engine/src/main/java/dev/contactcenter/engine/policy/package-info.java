/** The compiled policy: what may be done in which mode, and the rules that add demands. */
@NullMarked
package dev.contactcenter.engine.policy;

import org.jspecify.annotations.NullMarked;
