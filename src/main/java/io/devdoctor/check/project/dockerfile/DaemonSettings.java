package io.devdoctor.check.project.dockerfile;

import io.devdoctor.check.project.Workspace;
import io.devdoctor.check.project.stage.BuildModel;
import io.devdoctor.check.project.stage.CopySource;
import io.devdoctor.check.project.stage.StageModel;
import io.devdoctor.machine.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The files of settings of a server that the image gets: they may keep it in the foreground.
final class DaemonSettings {
    private static final Pattern NGINX = Pattern.compile("\\bdaemon\\s+off\\s*;");
    private static final Map<String, Pattern> STAYS = Map.of(
            "nginx",
            NGINX,
            "openresty",
            NGINX,
            "supervisord",
            Pattern.compile("\\bnodaemon\\s*=\\s*(?:true|1|yes|on)\\b"));
    private static final Map<String, String> STEMS = Map.of("supervisord", "supervisor", "openresty", "nginx");

    private final Workspace project;
    private final BuildModel model;

    DaemonSettings(Workspace project, BuildModel model) {
        this.project = project;
        this.model = model;
    }

    /// Also where nobody read the file that decides.
    boolean mayStay(String daemon) {
        Pattern stays = STAYS.get(daemon);
        if (stays == null) return false;
        Optional<StageModel> stage = model.target();
        while (stage.isPresent()) {
            if (written(stage.get(), stays) || copied(stage.get(), STEMS.getOrDefault(daemon, daemon), stays))
                return true;
            stage = stage.get().parent();
        }
        return false;
    }

    private static boolean written(StageModel stage, Pattern stays) {
        return stage.runs().stream()
                .map(run -> run.run().command().text())
                .anyMatch(text -> stays.matcher(text).find());
    }

    private boolean copied(StageModel stage, String stem, Pattern stays) {
        List<CopySource> settings = stage.copySources().stream()
                .filter(source ->
                        source.destination().contains(stem) || source.path().contains(stem))
                .filter(source -> !source.destination().contains("/html"))
                .toList();
        return settings.stream()
                .anyMatch(source ->
                        text(source).map(text -> stays.matcher(text).find()).orElse(true));
    }

    private Optional<String> text(CopySource source) {
        if (source.foreign()) return Optional.empty();
        return project.bytes(model.build().inProject(source.path()))
                .map(Bytes::toArray)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
}
