package dev.contactcenter.listeners.outbox;

import java.io.IOException;
import java.util.List;
import org.jboss.logging.Logger;

/** Writes each decision record as one message of a log category of its own. */
final class LogSink implements Sink {

    /** The category that an operator routes to wherever audit records belong. */
    static final String CATEGORY = "dev.contactcenter.decisions";

    private static final Logger DECISIONS = Logger.getLogger(CATEGORY);

    @Override
    public String title() {
        return "the log category '" + CATEGORY + "'";
    }

    @Override
    public String remedy() {
        return "Let this category log at INFO, or name a file in the server option '" + OutboxSettings.FILE_OPTION
                + "'.";
    }

    @Override
    public void check() throws IOException {
        if (!DECISIONS.isInfoEnabled()) {
            // Otherwise the records would be gone without anybody having seen them.
            throw new IOException("it does not log at INFO");
        }
    }

    @Override
    public void deliver(List<String> lines) throws IOException {
        check();
        lines.forEach(DECISIONS::info);
    }

    @Override
    public void close() {}
}
