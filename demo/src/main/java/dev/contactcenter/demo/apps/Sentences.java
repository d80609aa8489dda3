package dev.contactcenter.demo.apps;

import java.util.Map;

/** What the apps say when something is refused, in plain words. */
final class Sentences {

    private static final Map<String, String> REASONS = Map.of(
            "access_denied",
            "You are signed in, but what was asked for is not yours to do",
            "login_required",
            "You need to sign in first",
            "interaction_required",
            "This cannot be done without asking you something first",
            "insufficient_user_authentication",
            "You need to sign in again, with your passkey",
            "invalid_scope",
            "Something was asked for that does not exist",
            "invalid_grant",
            "Your session has ended",
            "temporarily_unavailable",
            "The sign-in took too long. Please try again",
            TokenAnswer.UNREACHABLE,
            "The sign-in service does not answer");

    private Sentences() {}

    static String refusedAtSignIn(TokenAnswer.Refused refused) {
        return "Not granted. " + plain(refused);
    }

    static String refusedAtRefresh(TokenAnswer.Refused refused) {
        return "You were signed out. " + plain(refused);
    }

    static String notRefreshed(TokenAnswer.Refused refused) {
        return "Your access token could not be renewed. " + plain(refused);
    }

    static String notPlayed(int status, String header) {
        return "The recording cannot be played: the recordings server answered " + status
                + (header.isEmpty() ? "." : " with: " + header);
    }

    static String notExported(int status, String header) {
        return "The customers cannot be exported: the CRM answered " + status
                + (header.isEmpty() ? "." : " with: " + header);
    }

    static String reviewed(String interaction, boolean servesAgain) {
        return "The evidence of " + interaction
                + " was opened with a token for it alone. Shown a second time, the token is "
                + (servesAgain ? "still accepted." : "refused: it served once.");
    }

    private static String plain(TokenAnswer.Refused refused) {
        String reason = REASONS.getOrDefault(refused.code(), "The sign-in service refused");
        String detail =
                refused.description().isEmpty() ? refused.code() : refused.code() + ": " + refused.description();
        return reason + ". (" + detail + ")";
    }
}
