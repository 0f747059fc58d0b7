package io.devdoctor.desktop.view;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import io.devdoctor.store.Looks;
import io.devdoctor.store.Settings;
import java.util.List;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/// Light or dark, large or small, moving or still, by the person's choice or the system's.
final class Appearance {
    /// Families for code, the best first, with the style class that chooses them; JavaFX knows no list of families.
    private static final List<String> CODE = List.of("Cascadia Mono", "JetBrains Mono", "Consolas", "Menlo");

    private final Scene scene;

    Appearance(Scene scene, Region root, Workbench bench) {
        this.scene = scene;
        List<String> installed = Font.getFamilies();
        CODE.stream()
                .filter(installed::contains)
                .findFirst()
                .ifPresent(family -> root.getStyleClass()
                        .add("code-" + family.toLowerCase(java.util.Locale.ROOT).replace(' ', '-')));
        root.backgroundProperty().subscribe(this::fill);
        bench.settings().settings().map(Settings::looks).subscribe(this::apply);
        Platform.getPreferences()
                .colorSchemeProperty()
                .subscribe(() -> apply(bench.settings().settings().get().theme()));
    }

    /// A window that grows shows this until its content has followed; the toolkit's own would be white.
    private void fill(@Nullable Background background) {
        if (background != null && !background.isEmpty())
            scene.setFill(background.getFills().getLast().getFill());
    }

    private void apply(Looks looks) {
        apply(looks.theme());
        scene.getStylesheets().setAll(ScaledSheet.at(looks.fontPercent()));
        scene.getPreferences()
                .setReducedMotion(
                        switch (looks.motion()) {
                            case SYSTEM -> null;
                            case FULL -> false;
                            case REDUCED -> true;
                        });
    }

    private void apply(Settings.Theme theme) {
        boolean dark = switch (theme) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
        Theme sheet = dark ? new PrimerDark() : new PrimerLight();
        scene.setUserAgentStylesheet(sheet.getUserAgentStylesheet());
        // For the title bar, which the system draws.
        // unverified on Windows: DwmSetWindowAttribute, which JavaFX calls by the colours of the scene.
        scene.getPreferences().setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT);
    }
}
