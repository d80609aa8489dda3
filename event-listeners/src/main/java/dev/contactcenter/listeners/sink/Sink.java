package dev.contactcenter.listeners.outbox;

import java.io.IOException;
import java.util.List;

/** Where decision records are delivered to. */
sealed interface Sink permits FileSink, LogSink {

    /** What it is, to be put into a sentence: {@code the file '/var/log/decisions.jsonl'}. */
    String title();

    /** What an administrator has to see to if it does not work, as a sentence. */
    String remedy();

    /**
     * Finds out whether records can be delivered, without delivering any.
     *
     * @throws IOException if they cannot
     */
    void check() throws IOException;

    /**
     * Delivers records and returns when they would outlive the death of this process.
     *
     * @param lines one JSON object each, without line breaks
     * @throws IOException if one of them may not have been delivered; those before it may have been
     */
    void deliver(List<String> lines) throws IOException;

    /** Lets go of what it holds open; the next delivery opens it again. */
    void close();
}
