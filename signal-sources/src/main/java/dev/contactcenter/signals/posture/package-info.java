/** The posture token: what an endpoint agent or access proxy signs about the device that a request comes from. */
@NullMarked
package dev.contactcenter.signals.posture;

import org.jspecify.annotations.NullMarked;
