package dev.contactcenter.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** What one command said and returned. */
record Run(int exitCode, String out, String err) {

    static Run of(String... arguments) {
        return withInput(new byte[0], arguments);
    }

    static Run withInput(String input, String... arguments) {
        return withInput(input.getBytes(UTF_8), arguments);
    }

    private static Run withInput(byte[] input, String... arguments) {
        return of(Main.commandLine(new ByteArrayInputStream(input)), arguments);
    }

    static Run of(CommandLine commandLine, String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int exitCode = commandLine
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new Run(exitCode, out.toString(), err.toString());
    }
}
