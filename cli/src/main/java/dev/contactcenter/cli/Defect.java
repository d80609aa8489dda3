package dev.contactcenter.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells of an exception that nobody foresaw: it is our defect, and a stack trace helps only who looks for it. */
final class Defect implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception exception, CommandLine command, ParseResult arguments) {
        PrintWriter err = command.getErr();
        err.println(command.getColorScheme()
                .errorText("This is a defect of contact-center, not of your policy: " + exception));
        CommandLine root = command.getCommandSpec().root().commandLine();
        if (root.<ContactCenterCommand>getCommand().isDebugged()) {
            exception.printStackTrace(err);
        } else {
            err.println("Run it again with --debug, and report what it prints.");
        }
        err.flush();
        return ExitCode.DEFECT;
    }
}
