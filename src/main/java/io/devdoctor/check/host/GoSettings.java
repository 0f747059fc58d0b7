package io.devdoctor.check.host;

import io.devdoctor.check.EnvironmentFixes;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.fix.Fix;
import io.devdoctor.fix.Step;
import io.devdoctor.format.GoEnvFile;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.UserEnvironment;
import io.devdoctor.machine.UserEnvironment.Scope;
import io.devdoctor.machine.UserEnvironment.Variable;
import io.devdoctor.text.Text;
import java.util.Optional;

/// Go's settings as the go command finds them: a variable of the user, of the machine, then the file that `go env -w`
/// writes.
record GoSettings(UserEnvironment environment) {

    /// @param variable where it is one; `file` and `line` where the file sets it
    record Setting(
            String name,
            String value,
            Source source,
            Optional<Variable> variable,
            Optional<FileContent> file,
            int line) {

        Evidence evidence() {
            return Evidence.of("evidence.go.setting", name + "=" + value, source);
        }

        Finding placed(Finding finding) {
            return file.map(content -> finding.at(content.path(), line)).orElse(finding);
        }

        /// Takes the setting back, wherever it is made.
        Fix removal() {
            String id = "host.go-environment/remove";
            return variable.map(set -> EnvironmentFixes.remove(id, set)).orElseGet(() -> {
                FileContent content = file.orElseThrow();
                Bytes after = Bytes.of(GoEnvFile.without(content.bytes().toArray(), name));
                return Fix.safe(
                        id,
                        Text.of("fix.host.go-environment/file.title", name),
                        new Step.EditFile(content.path(), content.bytes(), after));
            });
        }
    }

    /// The setting that counts; an empty one is none.
    Optional<Setting> of(String name) {
        for (Scope scope : Scope.values()) {
            Optional<Variable> variable = environment
                    .variable(scope, name)
                    .filter(found -> !found.value().isBlank());
            if (variable.isPresent()) {
                Variable set = variable.get();
                return Optional.of(new Setting(name, set.value().strip(), set.source(), variable, Optional.empty(), 0));
            }
        }
        return environment.goFile() instanceof Reading.Known<FileContent>(FileContent content, Source source)
                ? GoEnvFile.parse(content.bytes().toArray())
                        .entry(name)
                        .filter(entry -> !entry.value().isEmpty())
                        .map(entry -> new Setting(
                                name,
                                entry.value(),
                                source.at(":" + entry.line()),
                                Optional.empty(),
                                Optional.of(content),
                                entry.line()))
                : Optional.empty();
    }
}
