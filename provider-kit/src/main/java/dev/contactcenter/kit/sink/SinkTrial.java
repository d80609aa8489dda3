package dev.contactcenter.kit.sink;

import java.time.Duration;

/** What came of a test record. */
public sealed interface SinkTrial {

    /** The sink has it. */
    record Worked(Duration within) implements SinkTrial {}

    /** It has not; a sentence. */
    record Failed(String why) implements SinkTrial {}
}
