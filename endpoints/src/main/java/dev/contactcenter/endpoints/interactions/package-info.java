/** Where the telephony system tells what a person is doing with a customer. */
@NullMarked
package dev.contactcenter.endpoints.interactions;

import org.jspecify.annotations.NullMarked;
