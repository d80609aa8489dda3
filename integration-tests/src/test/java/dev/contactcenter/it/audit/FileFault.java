package dev.contactcenter.it.audit;

import dev.contactcenter.listeners.sink.FullDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What can happen to the files of realms while they are written, whoever it is that writes them. */
enum FileFault {
    FOLDER_GONE {
        @Override
        Mending befall(Path folder, Path file) throws IOException {
            Path away = Files.move(folder, folder.resolveSibling("away"));
            return () -> Files.move(away, folder);
        }
    },

    NO_FOLDER_BUT_A_FILE {
        @Override
        Mending befall(Path folder, Path file) throws IOException {
            Mending mending = FOLDER_GONE.befall(folder, file);
            Files.createFile(folder);
            return () -> {
                Files.delete(folder);
                mending.mend();
            };
        }
    },

    DISK_FULL {
        @Override
        Mending befall(Path folder, Path file) throws IOException {
            return FullDisk.around(file, HALF_A_LINE)::free;
        }
    };

    private static final int HALF_A_LINE = 20;

    /** What ends it. */
    interface Mending {

        void mend() throws IOException;
    }

    /** Happens to one file in the folder of all. */
    abstract Mending befall(Path folder, Path file) throws IOException;
}
