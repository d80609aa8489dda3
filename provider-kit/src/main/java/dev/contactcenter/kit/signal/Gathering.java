package dev.contactcenter.kit.signal;

import dev.contactcenter.engine.request.Evidence;
import dev.contactcenter.engine.request.Evidence.Absence;
import dev.contactcenter.engine.request.Observation;
import dev.contactcenter.engine.request.Signal;
import dev.contactcenter.kit.device.Device;
import dev.contactcenter.kit.device.DeviceRegistry;
import dev.contactcenter.kit.device.Reporter;
import dev.contactcenter.kit.signal.SignalSourceFactory.Turn;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Asks the sources of a realm about one request, in their turn. What identifies the device comes first. A session belongs to the
 * device that it showed at sign-in: whoever shows another one later has taken the session along, and then nothing is known of the
 * device; so has whoever shows one in a session that began without.
 */
public final class Gathering {

    /** The note in which a session remembers what its device reported. */
    public static final String DEVICE_NOTE = "contact-center.session.device";

    private static final String REMEMBERED = "remembered";

    private final Occasion occasion;
    private final Notes notes;
    private final List<Answer> answers = new ArrayList<>();

    private Gathering(Occasion occasion) {
        this.occasion = occasion;
        this.notes = occasion.notes();
    }

    /** What the sources know about a request. */
    public static Gathered of(Occasion occasion) {
        return new Gathering(occasion).gather(Sources.of(occasion.keycloak(), occasion.realm()));
    }

    private Gathered gather(List<Source> sources) {
        Optional<String> note = notes.read(DEVICE_NOTE);
        List<Report> noted = note.map(Report::read).orElse(List.of());
        ask(sources, Turn.IDENTIFIES_THE_DEVICE, occasion);
        if (notes.areOfSignedIn() && noted.isEmpty()) {
            answers.replaceAll(Answer::tooLate);
        }
        if (note.isPresent() && noted.isEmpty()) {
            answers.add(Answer.ofUnreadableNote(occasion.now()));
        }
        ask(sources, Turn.ANY, occasion);
        Set<String> devices = devices(noted);
        if (devices.size() == 1) {
            ask(sources, Turn.DESCRIBES_THE_DEVICE, occasion.on(devices.stream().findFirst()));
        } else if (devices.size() > 1) {
            answers.add(Answer.ofSeveralDevices(devices, occasion.now()));
        }
        remember(noted);
        var device = new Weighing(of(Signal.DEVICE), noted);
        return new Gathered(evidence(device), traces(device));
    }

    /** What was told now, and what counts of what was told before: a decision that rests on that must say so, too. */
    private List<Trace> traces(Weighing device) {
        Stream<Trace> remembered = device.stillFresh()
                .map(report ->
                        new Trace(Signal.DEVICE, report.source(), REMEMBERED, Optional.of(report.observedAt()), ""));
        return Stream.concat(answers.stream().flatMap(Answer::trace), remembered)
                .toList();
    }

    private List<Answer> of(Signal signal) {
        return answers.stream().filter(answer -> answer.signal() == signal).toList();
    }

    private void ask(List<Source> sources, Turn turn, Occasion about) {
        sources.stream()
                .filter(source -> source.factory().turn() == turn)
                .map(source -> source.ask(about))
                .forEach(answers::add);
    }

    /** The devices that this request or its session showed: one, if all is well. */
    private Set<String> devices(List<Report> noted) {
        return Stream.concat(reports(), noted.stream())
                .map(Report::device)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    private Stream<Report> reports() {
        return answers.stream()
                .filter(answer -> answer.signal() == Signal.DEVICE)
                .flatMap(Answer::report);
    }

    /** What was shown with this request replaces what the same source told earlier; nothing that is doubted is remembered. */
    private void remember(List<Report> noted) {
        List<Report> shown = answers.stream()
                .filter(answer -> answer.signal() == Signal.DEVICE && answer.turn() == Turn.IDENTIFIES_THE_DEVICE)
                .flatMap(Answer::report)
                .filter(report -> !report.isOlderThanAnyOf(noted))
                .toList();
        boolean known = shown.stream().allMatch(report -> noted.stream().anyMatch(report::addsNothingTo));
        if (!known && !isForged(Signal.DEVICE)) {
            Stream<Report> others =
                    noted.stream().filter(old -> shown.stream().noneMatch(report -> report.isOfSameSource(old)));
            notes.write(
                    DEVICE_NOTE,
                    Report.write(Stream.concat(shown.stream(), others).toList()));
            shown.stream().filter(report -> !noted.contains(report)).forEach(this::register);
        }
    }

    /** What is new of a device becomes known to the registry, if there is one. */
    private void register(Report report) {
        DeviceRegistry registry = occasion.keycloak().getProvider(DeviceRegistry.class);
        if (registry != null && report.describes()) {
            report.device()
                    .filter(id -> !id.isBlank() && Device.fits(id) && Device.fits(report.source()))
                    .map(id -> new Device(
                            id, "", report.observation(), "", report.observedAt(), Reporter.signal(report.source())))
                    .ifPresent(device -> registry.observed(occasion.realm(), device));
        }
    }

    private boolean isForged(Signal signal) {
        return answers.stream().anyMatch(answer -> answer.signal() == signal && answer.is(Absence.MALFORMED));
    }

    private Map<Signal, Evidence<Observation>> evidence(Weighing device) {
        Map<Signal, Evidence<Observation>> evidence = new EnumMap<>(Signal.class);
        for (Answer answer : answers) {
            evidence.computeIfAbsent(
                    answer.signal(),
                    signal -> (signal == Signal.DEVICE ? device : new Weighing(of(signal), List.of())).evidence());
        }
        return evidence;
    }
}
