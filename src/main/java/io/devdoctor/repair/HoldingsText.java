package io.devdoctor.repair;

import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.List;

/// How much the journal keeps and has let go, in sentences.
public final class HoldingsText {
    private HoldingsText() {}

    public static List<Text> of(Holdings holdings) {
        List<Text> texts = new ArrayList<>();
        texts.add(Text.of(
                "holdings.kept", holdings.entries(), Text.size(holdings.bytes()), Text.size(holdings.mostBytes())));
        holdings.last().ifPresent(last -> texts.add(Text.of("holdings.let-go", holdings.letGo(), last)));
        if (holdings.unreadable() > 0) texts.add(Text.of("holdings.unreadable", holdings.unreadable()));
        if (holdings.isOver()) {
            texts.add(Text.of("holdings.over", Text.size(holdings.mostBytes()), holdings.mostEntries()));
        }
        return List.copyOf(texts);
    }
}
