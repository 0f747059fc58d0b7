package io.devdoctor.probe;

import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.CommandOutput;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.WslAnswer.Entry;
import io.devdoctor.system.Ports;
import io.devdoctor.system.Queries;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads many files of a running distribution with one start of wsl.exe, since each start costs a tenth of a second.
final class DistroFiles {
    private static final Pattern ENTRY = Pattern.compile("([0-9a-f]{1,8}):(\\d{1,19}):(.+)");

    private DistroFiles() {}

    /// The files by path. One that neither was printed nor exists is Absent, one that exists and was not printed is
    /// Unknown(DENIED); where it is not known what exists, one that was not printed is Unknown.
    static Map<String, Reading<Bytes>> read(Reading<Map<String, Bytes>> printed, Reading<Map<String, Entry>> entries) {
        return Queries.DISTRO_PATHS.stream()
                .collect(Collectors.toMap(Function.identity(), path -> file(path, printed, entries)));
    }

    /// What could be printed, by path.
    static Reading<Map<String, Bytes>> printed(Ports system, String distro) {
        return InDistro.output(system, Queries.DISTRO_FILES, distro)
                .flatMap((output, source) -> printed(system, output, source));
    }

    /// What stands in the places that decide something; only existing ones are in the map.
    static Reading<Map<String, Entry>> entries(Ports system, String distro) {
        return InDistro.output(system, Queries.DISTRO_ENTRIES, distro).flatMap((output, source) -> {
            CommandText text = CommandText.of(output, Queries.DISTRO_ENTRIES, system.platform());
            Map<String, Entry> found = entries(text.out());
            // stat ends with 1 when only some of the places exist, but then it names the others.
            boolean answered = text.exit() == 0 || text.exit() == 1 && !found.isEmpty();
            return answered
                    ? new Reading.Known<>(found, source)
                    : new Reading.Unknown<>(Reading.Cause.FAILED, text.failure(), source);
        });
    }

    /// Rows `mode:size:path`; other words are passed over.
    static Map<String, Entry> entries(String lines) {
        Map<String, Entry> found = new LinkedHashMap<>();
        for (String line : lines.lines().toList()) {
            Matcher entry = ENTRY.matcher(line);
            if (entry.matches()) {
                int mode = Integer.parseUnsignedInt(entry.group(1), 16);
                found.put(entry.group(3), new Entry(mode, Long.parseLong(entry.group(2))));
            }
        }
        return Map.copyOf(found);
    }

    private static Reading<Map<String, Bytes>> printed(Ports system, CommandOutput output, Source source) {
        Map<String, Bytes> files = split(output.stdout());
        CommandText text = CommandText.of(output, Queries.DISTRO_FILES, system.platform());
        boolean answered = text.exit() == 0 || text.exit() == 1 && !files.isEmpty();
        return answered
                ? new Reading.Known<>(files, source)
                : new Reading.Unknown<>(Reading.Cause.FAILED, text.failure(), source);
    }

    private static Reading<Bytes> file(
            String path, Reading<Map<String, Bytes>> printed, Reading<Map<String, Entry>> entries) {
        return printed.flatMap((files, source) -> {
            Source place = source.at(" " + path);
            Bytes bytes = files.get(path);
            if (bytes != null) return new Reading.Known<>(bytes, place);
            return entries.flatMap((all, _) -> all.containsKey(path)
                    ? new Reading.Unknown<>(Reading.Cause.DENIED, "it exists and was not printed", place)
                    : new Reading.Absent<>(place));
        });
    }

    /// Every header stands on a line of its own, behind a line end that `head` adds before each but the first.
    /// Files come in the order in which they were asked for, so that a header inside a file is taken for one only
    /// if it names a later file.
    static Map<String, Bytes> split(Bytes stdout) {
        String all = new String(stdout.toArray(), StandardCharsets.ISO_8859_1);
        Map<String, Bytes> files = new LinkedHashMap<>();
        List<String> paths = Queries.DISTRO_PATHS;
        int from = 0;
        for (int i = 0; i < paths.size(); i++) {
            String header = (from == 0 ? "" : "\n") + "==> " + paths.get(i) + " <==\n";
            int start = from == 0 ? (all.startsWith(header) ? 0 : -1) : all.indexOf(header, from);
            if (start < 0) continue;
            int body = start + header.length();
            int end = next(all, body, paths.subList(i + 1, paths.size()));
            files.put(paths.get(i), Bytes.of(all.substring(body, end).getBytes(StandardCharsets.ISO_8859_1)));
            from = Math.max(end, 1);
        }
        return files;
    }

    private static int next(String all, int from, List<String> later) {
        return later.stream()
                .mapToInt(path -> all.indexOf("\n==> " + path + " <==\n", from))
                .filter(index -> index >= 0)
                .min()
                .orElse(all.length());
    }
}
