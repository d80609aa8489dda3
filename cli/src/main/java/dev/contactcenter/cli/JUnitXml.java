package dev.contactcenter.cli;

import dev.contactcenter.language.ProblemReport;
import dev.contactcenter.language.testing.Coverage;
import dev.contactcenter.language.testing.PolicyTest;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The results as build servers read them: {@code testsuites}, a {@code testsuite} for each file and for the coverage of each
 * policy, and a {@code testcase} for each test or rule.
 */
final class JUnitXml {

    /** XML 1.0 has no way to write these. */
    private static final String UNWRITABLE = "[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";

    private final XMLStreamWriter xml;

    private JUnitXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static String of(TestRun run, boolean allowUncovered) {
        try {
            var text = new StringWriter();
            XMLStreamWriter writer = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            new JUnitXml(writer).write(run, allowUncovered);
            writer.close();
            return text + "\n";
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A text cannot fail to be written to memory", e);
        }
    }

    private void write(TestRun run, boolean allowUncovered) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuites");
        for (TestRun.OfFile file : run.files()) {
            suite(file);
        }
        for (TestRun.OfPolicy policy : run.policies()) {
            coverage(policy, allowUncovered);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void suite(TestRun.OfFile file) throws XMLStreamException {
        long failures =
                file.results().stream().filter(result -> !result.passed()).count();
        begin(
                file.file(),
                file.results().size() + file.refused().size(),
                failures,
                file.refused().size(),
                0);
        for (TestRun.Refused refused : file.refused()) {
            String report = new ProblemReport(refused.file(), refused.text()).of(refused.problems());
            xml.writeStartElement("testcase");
            attributes(refused.file() + " can be read", file.file());
            detail("error", refused.problems().getFirst().message(), report);
            xml.writeEndElement();
        }
        for (PolicyTest.Result result : file.results()) {
            test(file.file(), result);
        }
        xml.writeEndElement();
    }

    private void test(String file, PolicyTest.Result result) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attributes(result.test().name(), file);
        if (!result.passed()) {
            List<String> messages = result.mismatches().stream()
                    .map(PolicyTest.Mismatch::message)
                    .toList();
            String place = file + ":" + result.test().line();
            String standings =
                    TestReport.standings(result.explanation().rules()).stream().collect(Collectors.joining("\n"));
            detail("failure", messages.getFirst(), place + "\n" + String.join("\n", messages) + "\n" + standings);
        }
        xml.writeEndElement();
    }

    private void coverage(TestRun.OfPolicy policy, boolean allowUncovered) throws XMLStreamException {
        int uncovered = policy.coverage().uncovered().size();
        begin(
                "coverage of " + policy.file(),
                policy.coverage().rules().size(),
                allowUncovered ? 0 : uncovered,
                0,
                allowUncovered ? uncovered : 0);
        for (Coverage.OfRule rule : policy.coverage().rules()) {
            xml.writeStartElement("testcase");
            attributes(rule.rule() + " is covered", policy.file());
            if (!rule.isCovered()) {
                String message = rule.applied() ? "no test sees it not apply" : "no test sees it apply";
                if (allowUncovered) {
                    xml.writeEmptyElement("skipped");
                    xml.writeAttribute("message", message);
                } else {
                    detail("failure", message, message);
                }
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void begin(String name, int tests, long failures, int errors, int skipped) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", clean(name));
        xml.writeAttribute("tests", Integer.toString(tests));
        xml.writeAttribute("failures", Long.toString(failures));
        xml.writeAttribute("errors", Integer.toString(errors));
        xml.writeAttribute("skipped", Integer.toString(skipped));
        // Required by the usual schema. How long a decision takes is measured elsewhere.
        xml.writeAttribute("time", "0");
    }

    private void attributes(String name, String className) throws XMLStreamException {
        xml.writeAttribute("name", clean(name));
        xml.writeAttribute("classname", clean(className));
        xml.writeAttribute("time", "0");
    }

    private void detail(String element, String message, String text) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeAttribute("message", clean(message));
        xml.writeAttribute("type", element);
        xml.writeCharacters(clean(text));
        xml.writeEndElement();
    }

    private static String clean(String text) {
        return text.replaceAll(UNWRITABLE, "?");
    }
}
