package dev.contactcenter.trail;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.contactcenter.trail.Finding.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Checks files of delivered records, in the order in which they were written where they are parts of one; of several servers of a
 * cluster in any order. It needs 16 bytes of memory a record. Used by one thread.
 */
public final class TrailCheck {

    private static final int MOST_FINDINGS = 1000;
    private static final int MOST_FRAGMENTS = 100;
    private static final String TEST = "sink_test";

    /** Of two members of one name, readers take the one or the other; a line with two is not what it seems. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final RealmKeys keys;
    private final Hash hashing = new Hash();
    private final Map<String, ChainCheck> chains = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Fragment> fragments = new ArrayList<>();
    private long found;
    private long lines;
    private long tests;

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Fragment(byte[] bytes, String place) {}

    /** @param keys the realm's; without any, signatures of checkpoints are not checked */
    public TrailCheck(RealmKeys keys) {
        this.keys = keys;
    }

    /**
     * Reads one file.
     *
     * @param name for findings
     */
    public void read(String name, InputStream in) throws IOException {
        chains.values().forEach(ChainCheck::nextFile);
        var reading = new Lines(in);
        long number = 0;
        while (reading.advance()) {
            number++;
            if (reading.to() > reading.from()) {
                line(reading, name, number);
            }
        }
    }

    private void line(Lines reading, String name, long number) {
        lines++;
        Optional<ChainedLine> chained = ChainedLine.read(reading.bytes(), reading.from(), reading.to(), hashing);
        if (chained.isPresent()) {
            forgetFragments(reading);
            ChainedLine line = chained.get();
            chain(line.chain()).accept(line, name + ":" + number);
        } else {
            other(
                    new String(reading.bytes(), reading.from(), reading.to() - reading.from(), UTF_8),
                    name + ":" + number);
        }
    }

    private ChainCheck chain(String id) {
        return chains.computeIfAbsent(id, chain -> new ChainCheck(chain, this::found));
    }

    private void other(String line, String place) {
        if (Checkpoint.isOne(line)) {
            Checkpoint.read(line)
                    .ifPresentOrElse(
                            read -> checkpoint(read, place),
                            () -> found(new Finding(
                                    Kind.FORGED_CHECKPOINT,
                                    "",
                                    0,
                                    "",
                                    place,
                                    "The checkpoint is no JWS of a chain's end.")));
        } else if (isTest(line)) {
            tests++;
        } else if (fragments.size() < MOST_FRAGMENTS) {
            fragments.add(new Fragment(line.getBytes(UTF_8), place));
        } else {
            unreadable(place);
        }
    }

    private static boolean isTest(String line) {
        try {
            return JSON.readTree(line).path("event").asText().equals(TEST);
        } catch (JsonProcessingException none) {
            return false;
        }
    }

    private void checkpoint(Checkpoint.Read read, String place) {
        Checkpoint checkpoint = read.checkpoint();
        String problem = keys.isEmpty() ? "" : keys.problemOf(read);
        if (problem.isEmpty()) {
            chain(checkpoint.head().chain()).checkpoint(checkpoint, place);
        } else {
            found(new Finding(
                    Kind.FORGED_CHECKPOINT,
                    checkpoint.head().chain(),
                    checkpoint.head().seq(),
                    "",
                    place,
                    "The checkpoint of record " + checkpoint.head().seq() + " " + problem + "."));
        }
    }

    /** A server that died while it wrote leaves the beginning of a record behind, and delivers the record again. */
    private void forgetFragments(Lines reading) {
        if (!fragments.isEmpty()) {
            fragments.removeIf(fragment -> {
                byte[] part = fragment.bytes();
                int end = reading.from() + part.length;
                return end < reading.to() && Arrays.equals(part, 0, part.length, reading.bytes(), reading.from(), end);
            });
        }
    }

    private void unreadable(String place) {
        found(new Finding(
                Kind.UNREADABLE, "", 0, "", place, "The line is neither a chained record nor the beginning of one."));
    }

    private void found(Finding finding) {
        found++;
        if (findings.size() < MOST_FINDINGS) {
            findings.add(finding);
        }
    }

    /**
     * Nothing more is to be read.
     *
     * @param fromStart whether each chain must be there from its first record on
     */
    public TrailReport end(boolean fromStart) {
        return end(fromStart, Long.MAX_VALUE);
    }

    /**
     * The same where somebody must vouch for the last records, too: whoever can write the files can remove the last checkpoints, and change
     * the records that they vouched for.
     *
     * @param mostUnsigned how many records at a chain's end need no checkpoint that vouches for them
     */
    public TrailReport end(boolean fromStart, long mostUnsigned) {
        fragments.forEach(fragment -> unreadable(fragment.place()));
        List<ChainReport> reports = chains.values().stream()
                .map(chain -> chain.end(fromStart, mostUnsigned))
                .toList();
        return new TrailReport(reports, findings, found, lines, tests);
    }
}
