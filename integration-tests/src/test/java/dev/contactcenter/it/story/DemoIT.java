package dev.contactcenter.it.story;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.PlaywrightException;
import dev.contactcenter.demo.Demo;
import dev.contactcenter.demo.DemoOptions;
import dev.contactcenter.demo.server.ProjectFolder;
import dev.contactcenter.demo.story.DemoCheck;
import dev.contactcenter.demo.story.Story;
import dev.contactcenter.demo.story.StoryBrowser;
import dev.contactcenter.it.server.Pictures;
import dev.contactcenter.it.server.WithKeycloak;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** What {@code bin/demo --check} lives, from the first sign-in to the call, its evidence, the report and the lost computer. */
@Tag("story")
@WithKeycloak
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("The demo")
final class DemoIT {

    private final DemoOptions options = DemoCheck.options(ProjectFolder.find(), "demo-it");
    private Demo demo;
    private Story story;
    private boolean wentOn = true;

    @BeforeAll
    void start(StoryBrowser browser) {
        Demo.forget(options);
        demo = Demo.start(options);
        story = DemoCheck.story(browser, demo, options);
    }

    @TestFactory
    Stream<DynamicTest> lives_its_story() {
        return DemoCheck.steps(story, demo).entrySet().stream()
                .map(step -> DynamicTest.dynamicTest(step.getKey(), () -> take(step.getKey(), step.getValue())));
    }

    /** The steps build on each other. */
    private void take(String name, Runnable step) {
        assumeTrue(wentOn, "an earlier step failed");
        wentOn = false;
        try {
            step.run();
        } catch (AssertionError | PlaywrightException failed) {
            try {
                takePicture(name);
            } catch (PlaywrightException unseen) {
                failed.addSuppressed(unseen);
            }
            throw failed;
        }
        takePicture(name);
        wentOn = true;
    }

    private void takePicture(String name) {
        Pictures.take(story.shownPage(), "story-" + name.strip().split(" ", 2)[0]);
    }

    @AfterAll
    void stop() {
        if (demo != null) {
            demo.close();
        }
    }
}
