package io.devdoctor.installer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Signs with Windows' signtool if the environment says how; else nothing is signed.
///
/// `DEVDOCTOR_SIGN` holds the arguments after `signtool sign`, for a certificate or for Azure Artifact Signing;
/// `DEVDOCTOR_SIGNTOOL` the path of signtool if it is not on the PATH. See installer/README.md.
// unverified on Windows: signtool.
record Signing(Optional<List<String>> arguments, Path signtool) {
    static final String ARGUMENTS = "DEVDOCTOR_SIGN";
    static final String SIGNTOOL = "DEVDOCTOR_SIGNTOOL";
    private static final Pattern ARGUMENT = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    /// A command line has 32,767 characters at most.
    private static final int FILES_AT_ONCE = 50;

    static Signing of(Map<String, String> environment) {
        String said = environment.getOrDefault(ARGUMENTS, "");
        List<String> arguments =
                ARGUMENT.matcher(said).results().map(Signing::argument).toList();
        return new Signing(
                Optional.of(arguments).filter(each -> !each.isEmpty()),
                Path.of(environment.getOrDefault(SIGNTOOL, "signtool")));
    }

    private static String argument(MatchResult match) {
        return match.group(1) == null ? match.group(2) : match.group(1);
    }

    boolean isConfigured() {
        return arguments.isPresent();
    }

    void sign(List<Path> files) {
        arguments.ifPresent(options -> {
            for (int i = 0; i < files.size(); i += FILES_AT_ONCE) {
                Jdk.run(
                                signtool,
                                line(options, files.subList(i, Math.min(files.size(), i + FILES_AT_ONCE))),
                                Map.of(),
                                Path.of("."))
                        .orFail("signtool");
            }
        });
    }

    private static List<String> line(List<String> options, List<Path> files) {
        List<String> line = new ArrayList<>(List.of("sign"));
        line.addAll(options);
        files.forEach(file -> line.add(file.toString()));
        return line;
    }

    /// The programs and libraries of the image. jpackage marks its own read-only, which signtool cannot write.
    static List<Path> signable(Path image) throws IOException {
        List<Path> files = Folders.files(image).stream()
                .filter(file ->
                        file.toString().endsWith(".exe") || file.toString().endsWith(".dll"))
                .toList();
        for (Path file : files) {
            if (!file.toFile().setWritable(true)) throw new IOException(file + " cannot be made writable");
        }
        return files;
    }
}
