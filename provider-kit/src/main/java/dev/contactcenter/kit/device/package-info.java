/** Devices: the one schema of their posture, and the registry that keeps them. */
@NullMarked
package dev.contactcenter.kit.device;

import org.jspecify.annotations.NullMarked;
