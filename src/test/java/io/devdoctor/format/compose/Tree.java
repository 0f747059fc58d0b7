package io.devdoctor.format.compose;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// Files of a project, given as text; every other one is not there.
record Tree(Map<String, byte[]> files) implements ComposeSource {
    static Tree of(String... pathsAndTexts) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            files.put(pathsAndTexts[i], pathsAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return new Tree(files);
    }

    @Override
    public Answer file(String path) {
        byte[] bytes = files.get(path);
        return bytes == null ? new Answer.Missing() : new Answer.Found(bytes);
    }

    ComposeProject load() {
        return load(ComposeVariables.NONE);
    }

    ComposeProject load(ComposeVariables variables) {
        return ComposeProject.load(files.keySet().iterator().next(), this, variables);
    }
}
