package dev.contactcenter.cli;

/** What a script is told. */
final class ExitCode {

    static final int FINE = 0;
    static final int PROBLEMS = 1;
    static final int WRONG_USE = 2;

    /** EX_SOFTWARE of sysexits.h. */
    static final int DEFECT = 70;

    private ExitCode() {}
}
