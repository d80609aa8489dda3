package dev.contactcenter.demo.recordings;

/** An access token is expired, forged, meant for somebody else or none at all. */
final class InvalidTokenException extends Exception {

    private static final long serialVersionUID = 1L;

    InvalidTokenException(String message, Throwable cause) {
        super(message, cause);
    }
}
