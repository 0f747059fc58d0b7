package io.devdoctor.cli;

import io.devdoctor.text.Messages;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// In which language a command speaks.
final class LanguageChoice {
    @Option(
            names = "--lang",
            paramLabel = "en|zh-CN",
            completionCandidates = Completions.Languages.class,
            descriptionKey = "option.lang")
    private @Nullable String tag;

    Messages messages(Session session) {
        return session.messages(tag);
    }
}
