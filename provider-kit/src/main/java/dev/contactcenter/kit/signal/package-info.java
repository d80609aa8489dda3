/** Sources of signals: how each is asked, and how what they tell becomes the evidence of a request. */
@NullMarked
package dev.contactcenter.kit.signal;

import org.jspecify.annotations.NullMarked;
