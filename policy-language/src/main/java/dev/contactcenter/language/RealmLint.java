package dev.contactcenter.language;

import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Warns about names that the realm does not have: what they stand for could never happen there. */
final class RealmLint {

    private final RealmNames realm;
    private final Findings findings;

    RealmLint(RealmNames realm, Findings findings) {
        this.realm = realm;
        this.findings = findings;
    }

    void check(Node.Mapping root) {
        items(root, "assurance", acr -> expect(RealmNames.Kind.ACR, acr));
        entries(root, "actions", (name, entry) -> {
            expect(RealmNames.Kind.SCOPE, name, entry.key());
            items(entry.value(), "audience", client -> expect(RealmNames.Kind.CLIENT, client));
        });
        entries(root, "modes", (name, entry) -> {
            expect(RealmNames.Kind.SCOPE, Names.MODE_PREFIX + name, entry.key());
            items(entry.value(), "roles", role -> expect(RealmNames.Kind.ROLE, role));
        });
        entries(root, "services", (name, entry) -> expect(RealmNames.Kind.CLIENT, name, entry.key()));
    }

    private void expect(RealmNames.Kind kind, Node.Scalar name) {
        expect(kind, name.text(), name.place());
    }

    private void expect(RealmNames.Kind kind, String name, Place place) {
        Set<String> names = realm.known().get(kind);
        if (names != null && !names.contains(name)) {
            String near = DidYouMean.nearest(name, names)
                    .map(word -> "did you mean " + Quoted.of(word) + "?")
                    .orElse("create it there, or take it out here");
            findings.warning(place, "the realm has no " + kind.word() + " " + Quoted.of(name), near);
        }
    }

    private static void items(Node body, String key, Consumer<Node.Scalar> each) {
        if (body instanceof Node.Mapping mapping
                && mapping.entries().get(key) instanceof Node.Entry(Place ignored, Node.Sequence list)) {
            list.items().forEach(item -> {
                if (item instanceof Node.Scalar scalar) {
                    each.accept(scalar);
                }
            });
        }
    }

    private static void entries(Node.Mapping root, String key, BiConsumer<String, Node.Entry> each) {
        if (root.entries().get(key)
                instanceof Node.Entry(Place ignored, Node.Mapping(Place at, Map<String, Node.Entry> all))) {
            all.forEach(each);
        }
    }
}
