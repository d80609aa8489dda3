package dev.contactcenter.kit.policy;

import dev.contactcenter.language.Reading;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The texts of one realm's policy that were compiled last. Several, because a new one is compiled to be checked before it is
 * stored, and while it takes over some requests still read the old one. Each is compiled once, by whoever needs it first; the
 * others wait for that, because no other policy may decide in its place.
 */
final class Compilations {

    private static final int KEPT = 3;

    private final Function<String, Reading> compiler;
    private volatile List<Compilation> recent = List.of();

    Compilations(Function<String, Reading> compiler) {
        this.compiler = compiler;
    }

    Reading of(String text) {
        return find(text).orElseGet(() -> add(text)).reading();
    }

    synchronized void forget(String text) {
        recent = recent.stream().filter(one -> !one.text.equals(text)).toList();
    }

    private Optional<Compilation> find(String text) {
        return recent.stream().filter(one -> one.text.equals(text)).findFirst();
    }

    private synchronized Compilation add(String text) {
        return find(text).orElseGet(() -> {
            var added = new Compilation(text);
            recent =
                    Stream.concat(Stream.of(added), recent.stream()).limit(KEPT).toList();
            return added;
        });
    }

    private final class Compilation {

        private final String text;
        private volatile @Nullable Reading reading;

        private Compilation(String text) {
            this.text = text;
        }

        private Reading reading() {
            Reading known = reading;
            return known == null ? compiled() : known;
        }

        private synchronized Reading compiled() {
            Reading known = reading;
            if (known == null) {
                known = compiler.apply(text);
                reading = known;
            }
            return known;
        }
    }
}
