package io.devdoctor.check.project.compose;

import io.devdoctor.format.JsonDocument;
import io.devdoctor.format.JsonValue;
import io.devdoctor.format.JsonValue.ObjectValue;
import io.devdoctor.format.compose.ComposeBuild;
import io.devdoctor.format.compose.ComposePaths;
import io.devdoctor.format.compose.ComposeService;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a service really runs where its command names a script of `package.json`.
final class Scripts {
    private static final Pattern NAMED =
            Pattern.compile("(?:^|[\\s;&|\"'])(?:npm|yarn|pnpm|bun)(?:\\s+run(?:-script)?)?\\s+([A-Za-z][\\w:.-]*)");

    private final Stack stack;

    Scripts(Stack stack) {
        this.stack = stack;
    }

    /// The command line with the script behind it.
    String line(ComposeService service) {
        String line = Started.of(stack, service).line();
        Matcher named = NAMED.matcher(line);
        if (!named.find()) return line;
        return folders(service)
                .flatMap(folder -> script(folder, named.group(1)).stream())
                .findFirst()
                .map(script -> line + " ; " + script)
                .orElse(line);
    }

    private Stream<String> folders(ComposeService service) {
        Stream<String> bound = service.volumes().stream()
                .filter(volume -> volume.isBind() && volume.source().startsWith("."))
                .map(volume -> stack.compose().resolve(volume.sourcePlace(), volume.source()));
        return Stream.concat(service.build().flatMap(ComposeBuild::folder).stream(), bound);
    }

    private Optional<String> script(String folder, String name) {
        return stack.workspace()
                .bytes(ComposePaths.resolve(folder, "package.json"))
                .map(bytes -> JsonDocument.parse(bytes.toArray()))
                .flatMap(JsonDocument::object)
                .flatMap(manifest -> manifest.get("scripts"))
                .filter(ObjectValue.class::isInstance)
                .flatMap(scripts -> ((ObjectValue) scripts).get(name))
                .flatMap(JsonValue::text);
    }
}
