package dev.contactcenter.demo.apps;

import java.net.http.HttpResponse;

/** What a resource server answered. */
sealed interface ApiAnswer {

    /** As asked. */
    record Served(HttpResponse<byte[]> response) implements ApiAnswer {}

    /** Not with this token; another one might do. */
    record StepUpAsked(Challenge challenge) implements ApiAnswer {}

    /**
     * Not at all.
     *
     * @param header the {@code WWW-Authenticate} header; empty if there was none
     */
    record Refused(int status, String header) implements ApiAnswer {}
}
