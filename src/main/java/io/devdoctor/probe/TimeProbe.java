package io.devdoctor.probe;

import static io.devdoctor.probe.AtOnce.together;

import io.devdoctor.machine.CommandOutput;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.RegistryKey;
import io.devdoctor.machine.ServiceState;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.TimeSettings;
import io.devdoctor.machine.TimeSettings.Status;
import io.devdoctor.system.Ports;
import io.devdoctor.system.Queries;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads how Windows keeps its time. The service is asked only while it runs.
public final class TimeProbe implements Probe<TimeSettings> {
    static final String PARAMETERS = "HKLM\\SYSTEM\\CurrentControlSet\\Services\\W32Time\\Parameters";
    static final String POLICY = "HKLM\\SOFTWARE\\Policies\\Microsoft\\W32Time\\";
    static final String ZONE = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\TimeZoneInformation";

    private static final int ACCESS_DENIED = 0x80070005;
    private static final int SERVICE_NOT_ACTIVE = 0x80070426;
    private static final int LEAP_LINE = 0;
    private static final int STRATUM_LINE = 1;
    private static final int REFERENCE_LINE = 5;
    /// Labels are localized; French puts a no-break blank before the colon, Chinese sometimes no blank behind it.
    private static final Pattern NUMBER = Pattern.compile("[^:：]*[:：]\\h*(\\d{1,3})\\b.*");

    private static final int ORIGIN_LINE = 7;
    private static final Pattern TEXT = Pattern.compile("[^:：]*[:：]\\h*(\\S.*)");
    /// An HRESULT in a message: not every w32tm ends with it.
    private static final Pattern CODE = Pattern.compile("0x(8[0-9A-Fa-f]{7})\\b");

    private static final Pattern REFERENCE = Pattern.compile("[^:：]*[:：]\\h*0x([0-9A-Fa-f]{1,8})\\b.*");

    @Override
    public Part<TimeSettings> part() {
        return Part.TIME;
    }

    @Override
    public Reading<TimeSettings> read(Ports system, Machine known) {
        if (!system.platform().isWindows()) return new Reading.NotApplicable<>(NotWindows.WHY);
        var policy = together(() -> system.registry().key(POLICY + "Parameters"));
        var client = together(() -> system.registry().key(POLICY + "TimeProviders\\NtpClient"));
        var values = together(() -> system.registry().key(PARAMETERS));
        var zones = together(() -> system.registry().key(ZONE));
        Reading<ServiceState> service = system.services().service("W32Time");
        Reading<Status> status = status(system, service);
        Reading<RegistryKey> parameters = values.join();
        Reading<RegistryKey> zone = zones.join();
        TimeSettings settings = new TimeSettings(
                service,
                KeyFacts.text(parameters, "Type"),
                KeyFacts.text(parameters, "NtpServer"),
                KeyFacts.text(policy.join(), "Type"),
                KeyFacts.number(client.join(), "Enabled").map(enabled -> enabled != 0),
                status,
                KeyFacts.text(zone, "TimeZoneKeyName"),
                KeyFacts.number(zone, "ActiveTimeBias").map(TimeProbe::offset),
                KeyFacts.number(zone, "RealTimeIsUniversal").map(universal -> universal != 0));
        return new Reading.Known<>(settings, new Source(Source.Kind.REGISTRY, PARAMETERS, known.taken()));
    }

    private static Reading<Status> status(Ports system, Reading<ServiceState> service) {
        return service.flatMap((state, _) -> state.run() == ServiceState.Run.RUNNING
                ? CommandText.answer(system, Queries.TIME_STATUS.fill())
                        .flatMap((output, source) -> status(system, output, source))
                : new Reading.NotApplicable<>("the time service does not run"));
    }

    private static Reading<Status> status(Ports system, CommandOutput output, Source source) {
        CommandText text = CommandText.of(output, Queries.TIME_STATUS, system.platform());
        return switch (code(text)) {
            case 0 -> new Reading.Known<>(parse(text.out()), source);
            case SERVICE_NOT_ACTIVE -> new Reading.NotApplicable<>("the time service does not run");
            case ACCESS_DENIED -> new Reading.Unknown<>(Reading.Cause.DENIED, text.failure(), source);
            default -> new Reading.Unknown<>(Reading.Cause.FAILED, text.failure(), source);
        };
    }

    private static int code(CommandText text) {
        Matcher code = CODE.matcher(text.out());
        return text.exit() != 0 && code.find() ? Integer.parseUnsignedInt(code.group(1), 16) : text.exit();
    }

    /// By position, since only the order of the lines is the same in every language.
    ///
    /// @throws IllegalArgumentException if these are not the lines of `w32tm /query /status`
    static Status parse(String answer) {
        List<String> lines = answer.lines()
                .filter(line -> !line.isBlank())
                .map(String::strip)
                .toList();
        return new Status(
                Integer.parseInt(at(lines, LEAP_LINE, NUMBER)),
                Integer.parseInt(at(lines, STRATUM_LINE, NUMBER)),
                Long.parseLong(at(lines, REFERENCE_LINE, REFERENCE), 16),
                at(lines, ORIGIN_LINE, TEXT));
    }

    private static String at(List<String> lines, int index, Pattern pattern) {
        Matcher matcher = pattern.matcher(index < lines.size() ? lines.get(index) : "");
        if (!matcher.matches()) throw new IllegalArgumentException("no value in line " + (index + 1));
        return matcher.group(1);
    }

    /// UTC = local time + bias, in minutes; a DWORD that may be negative.
    private static ZoneOffset offset(long bias) {
        return ZoneOffset.ofTotalSeconds(-Math.multiplyExact((int) bias, 60));
    }
}
