package dev.contactcenter.cli;

import dev.contactcenter.engine.explanation.Weighed;
import dev.contactcenter.language.testing.Coverage;
import dev.contactcenter.language.testing.PolicyTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;

/** Tells a person what came of tests: each that failed with where every rule stood, and what is not covered. */
final class TestReport {

    private final Ansi ansi;
    private final boolean allowUncovered;
    private final StringBuilder text = new StringBuilder();

    TestReport(Ansi ansi, boolean allowUncovered) {
        this.ansi = ansi;
        this.allowUncovered = allowUncovered;
    }

    /** Lines, each of which ends with a line feed. */
    String of(TestRun run) {
        run.files().forEach(this::file);
        run.policies().forEach(this::coverage);
        long failed = run.results().stream().filter(result -> !result.passed()).count();
        line(counted(run.results().size(), "test") + ", " + failed + " failed"
                + run.policies().stream().map(TestReport::lacking).collect(Collectors.joining()));
        return text.toString();
    }

    private static String lacking(TestRun.OfPolicy policy) {
        int uncovered = policy.coverage().uncovered().size();
        return uncovered == 0 ? "" : ", " + counted(uncovered, "rule") + " of " + policy.file() + " not covered";
    }

    private static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private void file(TestRun.OfFile file) {
        line(Colours.of(ansi, file.file(), Style.bold));
        file.refused()
                .forEach(refused -> line(
                        Colours.report(ansi, refused.file(), refused.text()).of(refused.problems())));
        file.results().forEach(result -> result(file.file(), result));
        line("");
    }

    private void result(String file, PolicyTest.Result result) {
        if (result.passed()) {
            line("  " + Colours.of(ansi, "ok", Style.fg_green) + "    "
                    + result.test().name());
            return;
        }
        line("  " + Colours.of(ansi, "FAIL", Style.fg_red) + "  "
                + result.test().name() + " (" + file + ":" + result.test().line() + ")");
        result.mismatches().forEach(mismatch -> line("          " + mismatch.message()));
        standings(result.explanation().rules()).forEach(line -> line("          " + line));
    }

    /** Where each rule stood; those that were not looked at would only be in the way. */
    static List<String> standings(List<Weighed> rules) {
        List<String> lines = new ArrayList<>();
        rules.stream().filter(weighed -> weighed.standing().isLookedAt()).forEach(weighed -> {
            lines.add("rule " + weighed.rule().id() + " " + weighed.standing().phrase());
            lines.addAll(ExplanationText.inTheWay(weighed).stream()
                    .map(asked -> "  " + asked)
                    .toList());
        });
        return lines;
    }

    private void coverage(TestRun.OfPolicy policy) {
        line(Colours.of(ansi, "Coverage of " + policy.file(), Style.bold));
        int width = policy.coverage().rules().stream()
                .mapToInt(rule -> rule.rule().length())
                .max()
                .orElse(4);
        line("  " + padded("rule", width) + "  applied  spared  conditions");
        policy.coverage().rules().forEach(rule -> line(row(rule, width)));
        line("");
    }

    private String row(Coverage.OfRule rule, int width) {
        String name = "  " + padded(rule.rule(), width) + "  ";
        if (!rule.reachable()) {
            return name + "-        -       -           no mode or service grants what it is for";
        }
        long covered = rule.conditions().stream()
                .filter(Coverage.OfCondition::isCovered)
                .count();
        String conditions = rule.conditions().isEmpty()
                ? "-"
                : covered + " of " + rule.conditions().size();
        String row = name
                + padded(rule.applied() ? "yes" : "no", 9)
                + padded(rule.canSpare() ? rule.spared() ? "yes" : "no" : "-", 8)
                + padded(conditions, 12);
        String told = rule.isCovered()
                ? row
                : Colours.of(ansi, row + "not covered", allowUncovered ? Style.fg_yellow : Style.fg_red);
        return told + rule.conditions().stream().map(TestReport::lacking).collect(Collectors.joining());
    }

    private static String lacking(Coverage.OfCondition condition) {
        if (condition.isCovered()) {
            return "";
        }
        String never = condition.yes() ? "never false" : condition.no() ? "never true" : "never asked";
        return "\n      " + never + ": " + condition.text();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private void line(String line) {
        text.append(line.stripTrailing()).append(System.lineSeparator());
    }
}
