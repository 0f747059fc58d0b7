package io.devdoctor.desktop;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Answers dialogs as told and remembers what left the window.
public final class FakeSurroundings implements Surroundings {
    public Optional<Path> toOpen = Optional.empty();
    public Optional<Path> toSave = Optional.empty();
    public Optional<Path> folder = Optional.empty();
    public final List<String> opened = new ArrayList<>();
    public final List<String> copied = new ArrayList<>();
    public final List<String> edited = new ArrayList<>();
    public final List<Path> shown = new ArrayList<>();

    @Override
    public Optional<Path> chooseToOpen(String title, String kind, String... extensions) {
        return toOpen;
    }

    @Override
    public Optional<Path> chooseToSave(String title, String suggestedName, String kind, String extension) {
        return toSave;
    }

    @Override
    public Optional<Path> chooseFolder(String title) {
        return folder;
    }

    @Override
    public void open(String address) {
        opened.add(address);
    }

    @Override
    public void edit(Path file, int line) {
        edited.add(file + ":" + line);
    }

    @Override
    public void showFolder(Path folder) {
        shown.add(folder);
    }

    @Override
    public void copy(String text) {
        copied.add(text);
    }
}
