/** What a person is doing with a customer, as the telephony system tells it of a session. */
@NullMarked
package dev.contactcenter.kit.interaction;

import org.jspecify.annotations.NullMarked;
