package dev.contactcenter.listeners.delivery;

import dev.contactcenter.kit.setting.Setting;
import dev.contactcenter.kit.setting.Settings;
import dev.contactcenter.listeners.sink.FileSink;
import dev.contactcenter.listeners.sink.Rotation;
import dev.contactcenter.listeners.sink.Sink;
import dev.contactcenter.trail.ChainHead;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;

/** Lets administrators of realms configure files, within a folder that the server's operator chose. */
public final class FileSinkFactory implements SinkKind {

    public static final String PROVIDER_ID = "contact-center-file-sink";

    private static final String FOLDER = "folder";
    private static final String FOLDER_OPTION = "spi-ui-page--" + PROVIDER_ID + "--" + FOLDER;
    private static final long MEBIBYTE = 1L << 20;
    private static final int MOST_MEBIBYTES = 1_000_000;
    private static final int MOST_KEPT = 10_000;

    private static final Setting<String> FILE = new Setting<>(
            "file",
            "File",
            "The file's name, without a folder: it is in the folder of the server option " + FOLDER_OPTION
                    + ". Must be given.",
            ProviderConfigProperty.STRING_TYPE,
            List.of(),
            "",
            FileSinkFactory::name);

    private static final Setting<Integer> MEBIBYTES = new Setting<>(
            "rotateAt",
            "Rotate at",
            "How many mebibytes a file has at most before it is put aside, from 0 to 1000000; 0 never does, for tools that rotate it"
                    + " themselves.",
            ProviderConfigProperty.STRING_TYPE,
            List.of(),
            "100",
            text -> WholeNumber.parse(text, 0, MOST_MEBIBYTES));

    private static final Setting<Integer> KEPT = new Setting<>(
            "keep",
            "Files kept",
            "How many files that were put aside are kept, from 0 to 10000; older ones are deleted. 0 deletes none.",
            ProviderConfigProperty.STRING_TYPE,
            List.of(),
            "0",
            text -> WholeNumber.parse(text, 0, MOST_KEPT));

    private String folder = "";

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getHelpText() {
        return "Files that decision records are appended to, one a line, with rotation.";
    }

    @Override
    public void init(Config.Scope config) {
        String chosen = config.get(FOLDER);
        folder = chosen == null ? "" : chosen.strip();
    }

    @Override
    public List<Setting<?>> own() {
        return List.of(FILE, MEBIBYTES, KEPT);
    }

    @Override
    public Sink open(KeycloakSession session, Map<String, String> stored) {
        if (folder.isEmpty()) {
            throw new IllegalStateException(
                    "The server has no folder for files of realms: its operator names one in the option "
                            + FOLDER_OPTION);
        }
        int mebibytes = MEBIBYTES.from(stored);
        Rotation rotation = mebibytes == 0 ? Rotation.NONE : new Rotation(mebibytes * MEBIBYTE, KEPT.from(stored));
        return new FileSink(
                ofRealm(session.getContext().getRealm()).resolve(FILE.from(stored)),
                "sink '" + SinkSettings.NAME.from(stored) + "'",
                rotation);
    }

    /**
     * A folder for each realm: else the administrator of one could put the file of another aside, and have it deleted. The operator's own
     * folder is never made: where it is gone, it is most likely a disk that will be back.
     */
    private Path ofRealm(RealmModel realm) {
        Path own = Path.of(folder, ChainHead.idOf(realm.getId()));
        try {
            return Files.createDirectory(own);
        } catch (FileAlreadyExistsException e) {
            return own;
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The realm's own folder cannot be made in the folder of the server option " + FOLDER_OPTION
                            + ", which must exist and be the server's to write: " + e,
                    e);
        }
    }

    @Override
    public void check(Map<String, String> stored) {
        own().forEach(setting -> setting.from(stored));
    }

    @Override
    public Duration patience(Map<String, String> stored) {
        return Duration.ofSeconds(30);
    }

    /** No way out of the folder: administrators of a realm are not those of the server. */
    private static String name(String text) {
        if (!Settings.given(text).matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a file name of up to 100 letters, digits, dots, dashes and underscores");
        }
        return text;
    }
}
