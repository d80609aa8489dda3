package dev.contactcenter.it.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * For a test class that mostly waits, for servers to start or for what is slow or gone: it runs while others do. The lock lets one of them
 * run at a time, as two would share the folders of their servers, and the two servers of the cluster.
 *
 * <p>Not for a class that shares a browser, as Playwright's is of the thread that started it; nor for one that must be done within a few seconds.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("beside others")
public @interface BesideOthers {}
