/** Network zones: the policy's, and the blocks of addresses that a realm keeps for them beside the policy. */
@NullMarked
package dev.contactcenter.kit.network;

import org.jspecify.annotations.NullMarked;
