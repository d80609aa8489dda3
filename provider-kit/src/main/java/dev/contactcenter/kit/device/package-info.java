/** Devices: the one schema of their posture. */
@NullMarked
package dev.contactcenter.kit.device;

import org.jspecify.annotations.NullMarked;
