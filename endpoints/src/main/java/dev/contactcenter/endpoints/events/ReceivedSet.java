package dev.contactcenter.endpoints.events;

import java.time.Instant;

/**
 * A security event token that its transmitter signed, for this stream and not too long ago.
 *
 * @param id the claim {@code jti}
 * @param issuedAt the claim {@code iat}
 * @param occurredAt when it happened: {@code event_timestamp} (CAEP 1.0 §2), else {@code toe} (RFC 8417 §2.2), else when it was issued
 * @param reason what the transmitter tells an administrator, in some language; empty for nothing
 */
public record ReceivedSet(
        String id, Instant issuedAt, Instant occurredAt, SubjectId subject, SecurityEvent event, String reason) {}
