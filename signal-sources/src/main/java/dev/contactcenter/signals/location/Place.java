package dev.contactcenter.signals.location;

import dev.contactcenter.engine.request.Attribute;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what databases of several makers hold of an address. */
final class Place {

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern ASN = Pattern.compile("(?:AS)?(\\d{1,10})");

    private Place() {}

    /** The country; nothing if the record names none. */
    static Optional<Object> country(Map<String, Object> found) {
        Object country = found.get("country") instanceof Map<?, ?> named
                ? named.get("iso_code")
                : found.getOrDefault("country_code", found.get("country"));
        return country instanceof String code && COUNTRY.matcher(code).matches() ? Optional.of(code) : Optional.empty();
    }

    /** The number of the autonomous system; nothing if the record names none. */
    static Optional<Object> asn(Map<String, Object> found) {
        Object asn = found.getOrDefault("autonomous_system_number", found.get("asn"));
        if (asn instanceof Number number) {
            return Optional.of(number.longValue());
        }
        return asn instanceof String text
                ? Optional.of(ASN.matcher(text)).filter(Matcher::matches).map(match -> Long.valueOf(match.group(1)))
                : Optional.empty();
    }

    /** How this part of a place is read. */
    enum Part {
        COUNTRY(Attribute.LOCATION_COUNTRY) {
            @Override
            Optional<Object> of(Map<String, Object> found) {
                return country(found);
            }
        },
        ASN(Attribute.LOCATION_ASN) {
            @Override
            Optional<Object> of(Map<String, Object> found) {
                return asn(found);
            }
        };

        private final Attribute attribute;

        Part(Attribute attribute) {
            this.attribute = attribute;
        }

        Attribute attribute() {
            return attribute;
        }

        abstract Optional<Object> of(Map<String, Object> found);
    }
}
