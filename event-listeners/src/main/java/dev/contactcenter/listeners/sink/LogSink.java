package dev.contactcenter.listeners.sink;

import java.io.IOException;
import java.util.List;
import org.jboss.logging.Logger;

/** Writes each decision record as one message of a log category of its own. */
public final class LogSink implements Sink {

    /** The category that an operator routes to wherever audit records belong. */
    public static final String CATEGORY = "dev.contactcenter.decisions";

    private static final Logger DECISIONS = Logger.getLogger(CATEGORY);
    private static final int MOST = 1000;

    @Override
    public String title() {
        return "the log category '" + CATEGORY + "'";
    }

    @Override
    public String remedy() {
        return "Let this category log at INFO, or name a file in the server's options.";
    }

    @Override
    public void check() throws IOException {
        if (!DECISIONS.isInfoEnabled()) {
            // Otherwise the records would be gone without anybody having seen them.
            throw new IOException("it does not log at INFO");
        }
    }

    @Override
    public Delivered deliver(List<Line> lines) throws IOException {
        check();
        lines.forEach(line -> DECISIONS.info(line.text()));
        return new Delivered.All();
    }

    @Override
    public int most() {
        return MOST;
    }

    @Override
    public void close() {}
}
