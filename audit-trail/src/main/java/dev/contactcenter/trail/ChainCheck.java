package dev.contactcenter.trail;

import dev.contactcenter.trail.Finding.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** One chain, as far as it was read. */
final class ChainCheck {

    private final String chain;
    private final Consumer<Finding> found;
    /** By the number of their first record; none overlaps another. */
    private final TreeMap<Long, Stretch> stretches = new TreeMap<>();

    private final List<Signed> signed = new ArrayList<>();
    private Optional<Stretch> current = Optional.empty();
    private Optional<Located> rival = Optional.empty();
    private Optional<Finding> suspicion = Optional.empty();
    private long repeated;
    private String realm = "";

    private record Located(ChainedLine line, String place) {}

    private record Signed(Checkpoint checkpoint, String place) {}

    ChainCheck(String chain, Consumer<Finding> found) {
        this.chain = chain;
        this.found = found;
    }

    /** What follows is from another file, which may have other records of the chain than the one before. */
    void nextFile() {
        settle();
        current = Optional.empty();
    }

    void checkpoint(Checkpoint checkpoint, String place) {
        realm = checkpoint.realm();
        signed.add(new Signed(checkpoint, place));
    }

    void accept(ChainedLine line, String place) {
        if (line.isWhole()) {
            put(line, place);
        } else {
            ChainedLine placed = atItsPlace(line);
            found.accept(new Finding(
                    Kind.CHANGED, chain, placed.seq(), line.recordId(), place, name(placed) + " was changed."));
            put(placed, place);
        }
    }

    private void put(ChainedLine line, String place) {
        Optional<Stretch> known = holding(line.seq());
        if (known.isPresent()) {
            knownAlready(known.get(), line, place);
        } else {
            current.ifPresentOrElse(stretch -> behind(stretch, line, place), () -> begin(line, place));
        }
    }

    private void behind(Stretch stretch, ChainedLine line, String place) {
        if (line.seq() == stretch.lastSeq() + 1) {
            follow(stretch, line, place);
            return;
        }
        settle();
        if (line.seq() < stretch.lastSeq()) {
            found.accept(new Finding(
                    Kind.REORDERED,
                    chain,
                    line.seq(),
                    line.recordId(),
                    place,
                    name(line) + " stands after " + name(stretch.last()) + "."));
        }
        begin(line, place);
    }

    /** A changed record that still names the one before it stands behind that, whatever number it was given. */
    private ChainedLine atItsPlace(ChainedLine line) {
        return current.filter(stretch -> stretch.last().hash().equals(line.previous()))
                .map(stretch -> new ChainedLine(
                        line.chain(),
                        stretch.lastSeq() + 1,
                        line.previous(),
                        line.hash(),
                        line.recordId(),
                        line.computed()))
                .orElse(line);
    }

    private Optional<Stretch> holding(long seq) {
        return Optional.ofNullable(stretches.floorEntry(seq))
                .map(Map.Entry::getValue)
                .filter(stretch -> stretch.has(seq));
    }

    private void begin(ChainedLine line, String place) {
        var stretch = new Stretch(line, place);
        stretches.put(stretch.first(), stretch);
        current = Optional.of(stretch);
    }

    private void follow(Stretch stretch, ChainedLine line, String place) {
        if (line.previous().equals(stretch.last().hash())) {
            settle();
        } else if (rival.filter(other -> other.line().hash().equals(line.previous()))
                .isPresent()) {
            Located right = rival.orElseThrow();
            rival = Optional.empty();
            inserted(stretch.last(), stretch.lastPlace(), right.place());
            stretch.replaceLast(right.line(), right.place());
        } else {
            settle();
            suspicion = Optional.of(new Finding(
                    Kind.CHANGED,
                    chain,
                    stretch.lastSeq(),
                    stretch.last().recordId(),
                    stretch.lastPlace(),
                    name(stretch.last()) + " is not the one that " + name(line) + " follows."));
        }
        stretch.add(line, place);
    }

    /** Delivered twice, which may happen, or not delivered at all. */
    private void knownAlready(Stretch stretch, ChainedLine line, String place) {
        boolean isLast = stretch.lastSeq() == line.seq()
                && current.filter(stretch::equals).isPresent();
        if (stretch.hasHash(line.seq(), line.hash())) {
            repeated++;
        } else if (isLast && suspicion.isPresent() && line.previous().equals(stretch.before())) {
            suspicion = Optional.empty();
            inserted(stretch.last(), stretch.lastPlace(), place);
            stretch.replaceLast(line, place);
        } else if (isLast && rival.isEmpty()) {
            rival = Optional.of(new Located(line, place));
        } else {
            inserted(line, place, stretch.lastPlace());
        }
    }

    private void inserted(ChainedLine line, String place, String other) {
        found.accept(new Finding(
                Kind.INSERTED,
                chain,
                line.seq(),
                line.recordId(),
                place,
                name(line) + " was inserted: the number belongs to another record, at " + other + "."));
    }

    /** What was left open is decided, because nothing more comes that could tell. */
    private void settle() {
        suspicion.ifPresent(found);
        suspicion = Optional.empty();
        rival.ifPresent(
                other -> current.ifPresent(stretch -> inserted(other.line(), other.place(), stretch.lastPlace())));
        rival = Optional.empty();
    }

    private static String name(ChainedLine line) {
        return "Record " + line.seq() + (line.recordId().isEmpty() ? "" : " (" + line.recordId() + ")");
    }

    /**
     * Nothing more comes.
     *
     * @param fromStart whether the chain must be there from its first record on
     * @param mostUnsigned how many of its last records need no checkpoint that vouches for them
     */
    ChainReport end(boolean fromStart, long mostUnsigned) {
        settle();
        if (fromStart && !stretches.isEmpty()) {
            checkStart(stretches.firstEntry().getValue());
        }
        Stretch before = null;
        for (Stretch stretch : stretches.values()) {
            if (before != null) {
                checkLink(before, stretch);
            }
            before = stretch;
        }
        Optional<Stretch> last = Optional.ofNullable(before);
        long lastSeq = last.map(Stretch::lastSeq).orElse(0L);
        long signedUpTo = checkSigned(lastSeq);
        if (lastSeq - signedUpTo > mostUnsigned) {
            last.ifPresent(stretch -> unsigned(signedUpTo, stretch));
        }
        return new ChainReport(
                chain,
                realm,
                stretches.values().stream().mapToLong(Stretch::size).sum(),
                stretches.isEmpty() ? 0 : stretches.firstKey(),
                lastSeq,
                last.map(stretch -> stretch.last().hash()).orElse(""),
                signed.size(),
                signedUpTo,
                repeated);
    }

    private void checkStart(Stretch first) {
        if (first.first() > 1) {
            removed(1, first.first() - 1, first.firstPlace(), "before " + startOf(first));
        } else if (!first.firstPrevious().equals(Hash.before(chain))) {
            found.accept(new Finding(
                    Kind.INSERTED,
                    chain,
                    1,
                    first.firstRecord(),
                    first.firstPlace(),
                    startOf(first) + " does not begin this chain."));
        }
    }

    private static String startOf(Stretch stretch) {
        return "Record " + stretch.first()
                + (stretch.firstRecord().isEmpty() ? "" : " (" + stretch.firstRecord() + ")");
    }

    private void checkLink(Stretch one, Stretch next) {
        if (next.first() > one.lastSeq() + 1) {
            removed(
                    one.lastSeq() + 1,
                    next.first() - 1,
                    next.firstPlace(),
                    "between " + name(one.last()) + " and " + startOf(next));
        } else if (!next.firstPrevious().equals(one.last().hash())) {
            found.accept(new Finding(
                    Kind.CHANGED,
                    chain,
                    one.lastSeq(),
                    one.last().recordId(),
                    one.lastPlace(),
                    name(one.last()) + " is not the one that " + startOf(next) + " follows."));
        }
    }

    private void removed(long from, long to, String place, String where) {
        String which = from == to ? "Record " + from + " is" : "Records " + from + " to " + to + " are";
        found.accept(new Finding(Kind.REMOVED, chain, from, "", place, which + " missing " + where + "."));
    }

    private void unsigned(long signedUpTo, Stretch last) {
        found.accept(new Finding(
                Kind.UNSIGNED,
                chain,
                signedUpTo + 1,
                "",
                last.lastPlace(),
                "No checkpoint vouches for the records " + (signedUpTo + 1) + " to " + last.lastSeq() + "."));
    }

    /** The number of the last record that a checkpoint vouches for. */
    private long checkSigned(long last) {
        long vouched = 0;
        signed.sort(Comparator.comparingLong(one -> one.checkpoint().head().seq()));
        for (Signed one : signed) {
            ChainHead head = one.checkpoint().head();
            Optional<Stretch> holding = holding(head.seq());
            if (holding.isPresent() && !holding.get().hasHash(head.seq(), head.hash())) {
                found.accept(new Finding(
                        Kind.REWRITTEN,
                        chain,
                        head.seq(),
                        "",
                        one.place(),
                        "The realm signed another record " + head.seq() + " at "
                                + one.checkpoint().time()
                                + ": a record from " + (vouched + 1) + " to " + head.seq()
                                + " was changed and the chain after it made anew."));
                return vouched;
            }
            if (holding.isEmpty() && head.seq() > last) {
                removed(last + 1, head.seq(), one.place(), "at the end, which the realm signed");
                return vouched;
            }
            vouched = Math.max(vouched, head.seq());
        }
        return vouched;
    }
}
