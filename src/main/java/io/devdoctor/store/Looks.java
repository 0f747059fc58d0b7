package io.devdoctor.store;

import java.util.List;

/// How the window speaks and looks.
///
/// @param fontPercent size of all letters, 100 to 200
public record Looks(Settings.Language language, Settings.Theme theme, int fontPercent, Settings.Motion motion) {
    public static final int USUAL = 100;

    /// What is offered.
    public static final List<Integer> FONT_PERCENTS = List.of(USUAL, 110, 125, 150, 175, 200);

    static final Looks DEFAULT =
            new Looks(Settings.Language.SYSTEM, Settings.Theme.SYSTEM, USUAL, Settings.Motion.SYSTEM);

    public Looks {
        if (!isFontPercent(fontPercent)) fontPercent = USUAL;
    }

    private static boolean isFontPercent(int percent) {
        return percent >= USUAL && percent <= FONT_PERCENTS.getLast();
    }

    public Looks withLanguage(Settings.Language next) {
        return new Looks(next, theme, fontPercent, motion);
    }

    public Looks withTheme(Settings.Theme next) {
        return new Looks(language, next, fontPercent, motion);
    }

    public Looks withFontPercent(int next) {
        return new Looks(language, theme, next, motion);
    }

    public Looks withMotion(Settings.Motion next) {
        return new Looks(language, theme, fontPercent, next);
    }
}
