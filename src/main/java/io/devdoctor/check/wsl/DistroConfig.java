package io.devdoctor.check.wsl;

import io.devdoctor.check.Evidence;
import io.devdoctor.check.Subject;
import io.devdoctor.format.WslConfig;
import io.devdoctor.format.WslConfigFile;
import io.devdoctor.format.WslConfigProblem;
import io.devdoctor.format.WslValue;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.WslAnswer;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// `/etc/wsl.conf` of a running distribution, as its init reads it.
///
/// @param before the bytes; null = there is no such file
record DistroConfig(String distro, @Nullable Bytes before, WslConfig config, Source source) {
    static final String PATH = "/etc/wsl.conf";

    static Reading<DistroConfig> of(String distro, WslAnswer.Live live) {
        return switch (live.file(PATH)) {
            case Reading.Known<Bytes>(Bytes bytes, Source source) ->
                new Reading.Known<>(
                        new DistroConfig(
                                distro, bytes, WslConfig.parse(bytes.toArray(), WslConfigFile.WSL_CONF), source),
                        source);
            case Reading.Absent<Bytes>(Source source) ->
                new Reading.Known<>(
                        new DistroConfig(distro, null, WslConfig.parse(new byte[0], WslConfigFile.WSL_CONF), source),
                        source);
            case Reading.Unknown<Bytes> unknown -> unknown.withoutValue();
            case Reading.NotApplicable<Bytes> elsewhere -> elsewhere.withoutValue();
        };
    }

    /// `Ubuntu:/etc/wsl.conf`.
    String path() {
        return distro + ":" + PATH;
    }

    byte[] bytes() {
        return before == null ? new byte[0] : before.toArray();
    }

    /// The worst of each line, in order.
    List<WslConfigProblem> problems(Predicate<WslConfigProblem> wanted) {
        Map<Integer, WslConfigProblem> worst = new TreeMap<>();
        config.problems().stream()
                .filter(wanted)
                .forEach(problem -> worst.merge(
                        problem.line(),
                        problem,
                        (first, next) -> first.effect().compareTo(next.effect()) <= 0 ? first : next));
        return List.copyOf(worst.values());
    }

    Subject line(WslConfigProblem problem) {
        String name = problem.line() == 0 ? path() : path() + ":" + problem.line();
        return new Subject(Subject.Kind.FILE, name, distro);
    }

    String lineText(int line) {
        int count = config.lines().size();
        return line < 1 || line > count
                ? ""
                : config.lines().get(line - 1).text().strip();
    }

    Evidence evidence(WslConfigProblem problem) {
        return problem.line() == 0
                ? Evidence.of(
                        "evidence.wsl.distro-config-file", problem.kind().name(), ConfigProblems.words(problem), source)
                : new Evidence(
                        Text.of("evidence.wsl.distro-config-line"),
                        lineText(problem.line()),
                        source.at(":" + problem.line()));
    }

    /// Whether a setting that is on by default is switched off.
    boolean isOff(String section, String key) {
        return config.value(section, key)
                .flatMap(WslValue::bool)
                .filter(on -> !on)
                .isPresent();
    }

    boolean isOn(String section, String key) {
        return config.value(section, key)
                .flatMap(WslValue::bool)
                .filter(on -> on)
                .isPresent();
    }

    /// The line of a setting, or that there is none.
    Evidence setting(String section, String key) {
        return config.entry(section, key)
                .map(entry -> new Evidence(
                        Text.of("evidence.wsl.distro-config-line"),
                        lineText(entry.line()),
                        source.at(":" + entry.line())))
                .orElseGet(() -> Evidence.of("evidence.wsl.not-set", section + "." + key, source));
    }
}
