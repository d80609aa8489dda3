package dev.contactcenter.listeners.sink;

import java.io.IOException;
import java.util.List;

/** Where decision records are delivered to. Used by one thread at a time. */
public sealed interface Sink extends AutoCloseable permits FileSink, KafkaSink, LogSink, SyslogSink, WebhookSink {

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
     * @throws IOException if one of them may not have been delivered; those before it may have been
     */
    Delivered deliver(List<Line> lines) throws IOException;

    /** How many records it takes at once. */
    int most();

    /** Lets go of what it holds open; the next delivery opens it again. */
    @Override
    void close();
}
