package dev.contactcenter.demo.story;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import dev.contactcenter.demo.Demo;
import dev.contactcenter.demo.DemoOptions;
import dev.contactcenter.demo.server.ProjectFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Lives the story against a demo of its own, beside one that may be running: on free ports, with a policy whose freshness
 * passes in seconds.
 */
public final class DemoCheck {

    private static final DemoOptions.Pace FAST = new DemoOptions.Pace(Duration.ofSeconds(25), Duration.ofSeconds(3));

    private DemoCheck() {}

    /** Exits with 0 if every step went well, else with 1. */
    public static void main(String[] arguments) {
        Logger.getLogger("").setLevel(Level.WARNING);
        ProjectFolder project = ProjectFolder.find();
        System.exit(run(options(project, "demo-check")) ? 0 : 1);
    }

    /**
     * How a demo runs that is lived in a hurry.
     *
     * @param state the name of its folder
     */
    public static DemoOptions options(ProjectFolder project, String state) {
        return new DemoOptions(project, project.state(state), DemoOptions.Ports.free(), FAST);
    }

    /** The story in a demo that runs so. */
    public static Story story(StoryBrowser browser, Demo demo, DemoOptions options) {
        Story.Scene scene = new Story.Scene(
                demo.console(), demo.desktop(), demo.records(), options.pace().freshness());
        return new Story(browser, scene);
    }

    private static boolean run(DemoOptions options) {
        Demo.forget(options);
        System.out.println("Starting Keycloak and the demo's apps; logs: " + options.state());
        try (Demo demo = Demo.start(options);
                StoryBrowser browser = StoryBrowser.start()) {
            Story story = story(browser, demo, options);
            return steps(story, demo).entrySet().stream()
                    .allMatch(step -> take(step.getKey(), step.getValue(), story, options.state()));
        } catch (IllegalStateException | PlaywrightException e) {
            System.out.println("FAILED  to start: " + e.getMessage());
            return false;
        }
    }

    /** Its steps by what happens in them, in their order: each builds on those before. */
    public static Map<String, Runnable> steps(Story story, Demo demo) {
        Map<String, Runnable> steps = new LinkedHashMap<>();
        steps.put("1  the supervisor signs in, enrols a passkey and watches the queues", story::signInAndEnrol);
        steps.put("2  playing a recording asks for the passkey only, and plays", story::playAfterStepUp);
        steps.put("3a another recording plays without a prompt", story::playAgainWithoutPrompt);
        steps.put(
                "3b when the proof has aged a refresh takes playback away; a step-up brings it back",
                story::losePlaybackAndStepUpAgain);
        steps.put("4  the next sign-in is the passkey alone, and plays at once", story::signInWithPasskeyAndPlay);
        steps.put("5  the agent is refused a recording, and told why", story::refuseTheAgent);
        steps.put("6  the decision records show all of it", story::showTheRecords);
        steps.put(
                "7  a call comes in: in the work after it the agent's token cannot edit the record, and then can again",
                () -> story.aCallComesIn().takeACall(demo.phones()));
        steps.put(
                "8  the supervisor says why, and opens the evidence of that call with a token that serves once",
                () -> story.aCallComesIn().reviewTheEvidence());
        steps.put(
                "9  the analyst queries a report, from the dataset that the token permits",
                () -> story.aCallComesIn().queryAReport(demo.workbench()));
        steps.put(
                "10 customers are exported from a computer that meets the rules, and from no other",
                () -> story.exportFromTheDesk(demo.desk()));
        steps.put(
                "11 the computer is reported lost: the session on it ends, and nobody signs in on it",
                () -> story.loseTheComputer(demo::reportTheDeskLost));
        return steps;
    }

    private static boolean take(String name, Runnable step, Story story, Path state) {
        long start = System.nanoTime();
        Path picture = state.resolve("step-" + name.strip().split(" ", 2)[0] + ".png");
        try {
            step.run();
            System.out.printf("ok      %s (%.1f s)%n", name, (System.nanoTime() - start) / 1e9);
            return true;
        } catch (AssertionError | PlaywrightException e) {
            System.out.printf("FAILED  %s%n        %s%n        picture: %s%n", name, e.getMessage(), picture);
            return false;
        } finally {
            story.shownPage().screenshot(new Page.ScreenshotOptions().setPath(picture));
        }
    }
}
