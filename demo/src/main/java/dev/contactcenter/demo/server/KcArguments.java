package dev.contactcenter.demo.server;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Arguments of {@code kc.sh}, each of the form {@code --name=value}. */
public final class KcArguments {

    private KcArguments() {}

    /** Both, but what is given on top takes the place of the same of ours: Keycloak warns of an option that it sees twice. */
    public static List<String> of(List<String> ours, List<String> onTop) {
        Set<String> replaced = onTop.stream().map(KcArguments::name).collect(Collectors.toSet());
        return Stream.concat(ours.stream().filter(one -> !replaced.contains(name(one))), onTop.stream())
                .toList();
    }

    private static String name(String argument) {
        return argument.split("=", 2)[0];
    }
}
