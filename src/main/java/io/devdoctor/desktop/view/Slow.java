package io.devdoctor.desktop.view;

import io.devdoctor.examination.Wait;

/// Who keeps an examination waiting, in words.
final class Slow {
    private Slow() {}

    static String words(Workbench bench, Wait why) {
        return bench.say(
                "desktop.slow",
                bench.raw(why.whom()),
                why.waited().toSeconds(),
                why.limit().toSeconds());
    }
}
