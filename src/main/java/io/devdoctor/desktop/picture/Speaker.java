package io.devdoctor.desktop.picture;

import io.devdoctor.machine.Machine;
import io.devdoctor.text.Format;
import io.devdoctor.text.Messages;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.UnaryOperator;

/// The words of pictures.
///
/// @param clean makes a text of the machine fit to be shown
record Speaker(Messages messages, UnaryOperator<String> clean, boolean windows) {
    Speaker(Messages messages, UnaryOperator<String> clean, Machine machine) {
        this(messages, clean, machine.platform().isWindows());
    }

    /// @param key without `desktop.picture.`
    String say(String key, Object... args) {
        return clean.apply(messages.say("desktop.picture." + key, args));
    }

    String raw(String text) {
        return clean.apply(text);
    }

    String machine() {
        return say(windows ? "windows" : "host");
    }

    String size(long bytes) {
        return format().size(bytes);
    }

    Format format() {
        return messages.format();
    }

    /// `4`, `1.5`
    String processors(long billionths) {
        BigDecimal count = BigDecimal.valueOf(billionths, 9).setScale(2, RoundingMode.HALF_UP);
        return count.stripTrailingZeros().toPlainString();
    }
}
