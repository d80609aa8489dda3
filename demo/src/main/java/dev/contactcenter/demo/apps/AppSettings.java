package dev.contactcenter.demo.apps;

import java.net.URI;
import java.time.Duration;

/**
 * Where an app finds what it needs.
 *
 * @param issuer the realm, for example {@code http://localhost:8080/realms/contact-center}
 * @param resourceServer base URL of the CRM and recordings server
 * @param app base URL of the app itself
 * @param phones base URL of the telephony system
 * @param refreshBefore how long before its end an access token is no longer used but refreshed
 */
public record AppSettings(URI issuer, URI resourceServer, URI app, URI phones, Duration refreshBefore) {}
