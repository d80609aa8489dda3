/** The device registry over REST: for systems that manage devices, and for administrators. */
@NullMarked
package dev.contactcenter.endpoints.devices;

import org.jspecify.annotations.NullMarked;
