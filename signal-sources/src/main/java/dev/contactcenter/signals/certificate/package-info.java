/** The client certificate: which device a request comes from, as its TLS connection proved. */
@NullMarked
package dev.contactcenter.signals.certificate;

import org.jspecify.annotations.NullMarked;
