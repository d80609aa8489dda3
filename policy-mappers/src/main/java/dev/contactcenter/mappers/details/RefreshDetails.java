package dev.contactcenter.mappers.details;

import dev.contactcenter.kit.details.ActionDetail;
import dev.contactcenter.kit.details.BoundDetails;
import dev.contactcenter.kit.details.DetailReader;
import dev.contactcenter.kit.details.DetailReading;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.OAuthErrorException;
import org.keycloak.events.Errors;
import org.keycloak.representations.RefreshToken;

/** The details of a refresh: what the refresh token carries, or less if less is asked for (RFC 9396 §6.1). */
public final class RefreshDetails {

    private RefreshDetails() {}

    /**
     * What is asked for.
     *
     * @param parameter {@code authorization_details} of the request, if there is one
     * @throws OAuthErrorException if it is more than the refresh token carries, or the token served once
     */
    public static BoundDetails of(RefreshToken token, @Nullable String parameter) throws OAuthErrorException {
        List<ActionDetail> carried = DetailReader.of(token);
        if (ActionDetail.servesOnce(carried)) {
            throw new OAuthErrorException(
                    OAuthErrorException.INVALID_GRANT, "single_use_token: what serves once is not had anew");
        }
        return new BoundDetails(parameter == null ? carried : narrowed(carried, parameter));
    }

    private static List<ActionDetail> narrowed(List<ActionDetail> carried, String parameter)
            throws OAuthErrorException {
        return switch (DetailReader.read(parameter)) {
            case DetailReading.Refused(String why) -> throw refused(why);
            case DetailReading.OfOthers ignored -> throw refused("the type was not granted");
            case DetailReading.Read(List<ActionDetail> asked) -> {
                if (!asked.stream().allMatch(one -> carried.stream().anyMatch(granted -> granted.covers(one)))) {
                    throw refused("more is asked for than was granted");
                }
                yield asked;
            }
        };
    }

    /** What is left of them. */
    public static BoundDetails without(BoundDetails details, Set<String> withheld) {
        return new BoundDetails(details.details().stream()
                .flatMap(detail -> detail.without(withheld).stream())
                .toList());
    }

    private static OAuthErrorException refused(String why) {
        return new OAuthErrorException(Errors.INVALID_AUTHORIZATION_DETAILS, why);
    }
}
