package dev.contactcenter.cli;

import java.util.Locale;

/** Members of enums as they are written in documents. */
final class Words {

    private Words() {}

    static String kebab(Enum<?> member) {
        return member.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
