package io.devdoctor.installer;

import io.devdoctor.installer.LaunchOptions.Places;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// The command `devdoctor` in `bin`, which stands on the PATH: a script that starts Java itself, in the encoding and
/// the
/// width of the terminal.
record Scripts(Platform platform, LaunchOptions options, Path templates) {

    void write(Path image) throws IOException {
        Path target = Files.createDirectories(image.resolve("bin")).resolve(name());
        Files.writeString(target, text(Files.readString(templates.resolve(name()))), StandardCharsets.US_ASCII);
        if (platform == Platform.LINUX && !target.toFile().setExecutable(true, false)) {
            throw new IOException(target + " cannot be made executable");
        }
    }

    String name() {
        return switch (platform) {
            case WINDOWS -> "devdoctor.cmd";
            case LINUX -> "devdoctor";
        };
    }

    /// @param template with places for options and main class
    String text(String template) {
        String text = template.replace("@OPTIONS@", lines()).replace("@MAIN@", "-m " + LaunchOptions.MAIN);
        String plain = text.replace("\r\n", "\n");
        return platform == Platform.WINDOWS ? plain.replace("\n", "\r\n") : plain;
    }

    private String lines() {
        List<String> lines = options.start(places());
        return lines.stream().map(each -> '"' + each + '"').collect(Collectors.joining(continued()));
    }

    private String continued() {
        return platform == Platform.WINDOWS ? " ^\n " : " \\\n    ";
    }

    private Places places() {
        String home = platform == Platform.WINDOWS ? "%DEVDOCTOR_DIR%" : "$home";
        return new Places(platform.path(home, platform.appPath()), platform.path(home, platform.librariesPath()));
    }
}
