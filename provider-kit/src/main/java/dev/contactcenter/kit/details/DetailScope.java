package dev.contactcenter.kit.details;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The names in a parameter {@code scope} (RFC 6749 §3.3). */
public final class DetailScope {

    private DetailScope() {}

    /** The names; none where there is no parameter. */
    public static Set<String> names(@Nullable String scope) {
        return scope == null
                ? Set.of()
                : Stream.of(scope.split(" ")).filter(name -> !name.isBlank()).collect(Collectors.toSet());
    }
}
