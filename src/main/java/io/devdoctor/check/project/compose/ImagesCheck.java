package io.devdoctor.check.project.compose;

import io.devdoctor.check.Certainty;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Verdict;
import io.devdoctor.check.project.image.EndOfLife;
import io.devdoctor.check.project.image.ImageReference;
import io.devdoctor.format.compose.ComposeService;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Images that services run as they are: whether somebody still maintains them, and whether one that keeps data may
/// turn into its next release unasked.
final class ImagesCheck extends ComposeCheck {
    ImagesCheck() {
        super("compose.images");
    }

    @Override
    List<Finding> judge(Stack stack) {
        LocalDate today = LocalDate.ofInstant(stack.machine().taken(), ZoneOffset.UTC);
        List<Hit> ended = new ArrayList<>();
        List<Hit> floating = new ArrayList<>();
        for (ComposeService service : stack.services()) {
            if (service.node().get("build").isPresent()) continue;
            Optional<ImageReference> image = service.image().flatMap(ImageReference::parse);
            if (image.isEmpty()) continue;
            Hit hit = new Hit(
                    service.node().get("image").orElseThrow().place(),
                    image.get().text());
            if (EndOfLife.of(image.get()).stream().anyMatch(end -> end.isOver(today))) ended.add(hit);
            else if (image.get().isFloating() && keepsData(service)) floating.add(hit);
        }
        List<Finding> found = new ArrayList<>();
        if (!ended.isEmpty()) found.add(likely(stack, "ended", ended).fixedBy(byHand("release")));
        if (!floating.isEmpty()) {
            found.add(found(stack, Verdict.INFO, Certainty.CERTAIN, "floating", floating)
                    .fixedBy(byHand("pin")));
        }
        return found;
    }

    private static boolean keepsData(ComposeService service) {
        return KnownService.of(service)
                .filter(known -> known.kind() == KnownService.Kind.DATABASE)
                .isPresent();
    }
}
