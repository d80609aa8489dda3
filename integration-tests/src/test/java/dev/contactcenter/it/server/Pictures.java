package dev.contactcenter.it.server;

import com.microsoft.playwright.Page;
import dev.contactcenter.demo.server.ProjectFolder;
import java.nio.file.Path;

/** Screenshots, for the eyes of whoever wants to know what a test has seen. */
public final class Pictures {

    private static final Path FOLDER = ProjectFolder.find().root().resolve("integration-tests/target/screenshots");

    private Pictures() {}

    /** Takes one of the whole page. */
    public static void take(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(FOLDER.resolve(name + ".png"))
                .setFullPage(true));
    }
}
