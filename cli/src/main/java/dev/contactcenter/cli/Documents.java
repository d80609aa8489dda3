package dev.contactcenter.cli;

import dev.contactcenter.language.PolicyDocument;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads files, and standard input where a file is called {@code -}. */
final class Documents {

    private static final String STANDARD_INPUT = "-";

    private static final Pattern TESTS = Pattern.compile(".+\\.tests\\.(yaml|yml|json)");

    /** A realm export with many users is longer than any policy. */
    private static final int MOST_BYTES_OF_A_REALM = 1 << 28;

    private final InputStream in;

    Documents(InputStream in) {
        this.in = in;
    }

    /** What a message calls the file. */
    static String name(String file) {
        return file.equals(STANDARD_INPUT) ? "<stdin>" : file;
    }

    /** No more than is needed to see that it is too long. */
    byte[] policy(String file) throws Unreadable {
        return read(file, PolicyDocument.MOST_BYTES + 1);
    }

    byte[] realm(String file) throws Unreadable {
        return read(file, MOST_BYTES_OF_A_REALM);
    }

    /** Files as they are named or beside a policy, and of folders all that are called as tests are, in the order of their names. */
    List<Path> tests(List<String> paths) throws Unreadable {
        List<Path> files = new ArrayList<>();
        for (String name : paths) {
            try {
                Path path = Path.of(name);
                files.addAll(Files.isDirectory(path) ? below(name, path) : List.of(beside(path)));
            } catch (InvalidPathException e) {
                throw new Unreadable(name, "this is not the name of a file");
            } catch (IOException | UncheckedIOException e) {
                throw new Unreadable(name, String.valueOf(e.getMessage()));
            }
        }
        return files.stream().distinct().toList();
    }

    /** Of a policy that has tests beside it, those. */
    private static Path beside(Path file) {
        Path name = file.getFileName();
        if (name == null || TESTS.matcher(name.toString()).matches()) {
            return file;
        }
        Path tests = file.resolveSibling(name.toString().replaceFirst("\\.[^.]+$", ".tests$0"));
        return Files.isRegularFile(tests) ? tests : file;
    }

    private static List<Path> below(String name, Path folder) throws IOException, Unreadable {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> tests = all.filter(Files::isRegularFile)
                    .filter(file -> TESTS.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
            if (tests.isEmpty()) {
                throw new Unreadable(name, "no file in it or below is called *.tests.yaml");
            }
            return tests;
        }
    }

    /** Writes a file, and the folders that it stands in. */
    void write(Path file, String text) throws Unreadable {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new Unreadable(file + " cannot be written: " + e.getMessage());
        }
    }

    private byte[] read(String file, int most) throws Unreadable {
        try {
            if (file.equals(STANDARD_INPUT)) {
                return in.readNBytes(most);
            }
            Path path = Path.of(file);
            if (Files.isDirectory(path)) {
                throw new Unreadable(file, "it is a directory; name the files in it");
            }
            try (InputStream opened = Files.newInputStream(path)) {
                return opened.readNBytes(most);
            }
        } catch (NoSuchFileException e) {
            throw new Unreadable(file, "there is no such file");
        } catch (AccessDeniedException e) {
            throw new Unreadable(file, "access is denied");
        } catch (FileSystemException e) {
            throw new Unreadable(file, Objects.requireNonNullElse(e.getReason(), "its file system fails"));
        } catch (InvalidPathException e) {
            throw new Unreadable(file, "this is not the name of a file");
        } catch (IOException e) {
            throw new Unreadable(file, String.valueOf(e.getMessage()));
        }
    }

    /** A file that cannot be read; the message says which and why. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1;

        private Unreadable(String file, String why) {
            this(name(file) + " cannot be read: " + why);
        }

        private Unreadable(String message) {
            super(message);
        }
    }
}
