package dev.contactcenter.language.condition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The flaws found so far in one condition. */
final class Flaws {

    /** Nobody corrects more at once. */
    private static final int MOST = 20;

    private final List<Flaw> found = new ArrayList<>();

    /** Notes one; at one place only the first is told, because others follow from it. */
    void add(int offset, int length, String what, String suggestion) {
        boolean told = found.stream().anyMatch(flaw -> flaw.offset() == offset);
        if (!told && found.size() < MOST) {
            found.add(new Flaw(offset, Math.max(1, length), what, suggestion));
        }
    }

    void add(Token token, String what, String suggestion) {
        add(token.offset(), token.text().length(), what, suggestion);
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    Compiled.Refused refused() {
        return new Compiled.Refused(
                found.stream().sorted(Comparator.comparingInt(Flaw::offset)).toList());
    }
}
