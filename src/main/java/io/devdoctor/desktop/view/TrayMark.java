package io.devdoctor.desktop.view;

import atlantafx.base.theme.PrimerLight;
import io.devdoctor.check.Verdict;
import io.devdoctor.desktop.Tray;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Transform;

/// DevDoctor's mark with a dot for the verdict, drawn as the window draws it.
public final class TrayMark {
    /// Of the notification area at 100 to 200 %.
    private static final List<Integer> SIZES = List.of(16, 20, 24, 32);

    private static final double DRAWN = 32;
    private static final double DOT = 7;

    private TrayMark() {}

    /// On the window's thread.
    public static List<Tray.Picture> of(Verdict verdict) {
        return SIZES.stream().map(size -> drawn(verdict, size)).toList();
    }

    private static Tray.Picture drawn(Verdict verdict, int size) {
        SVGPath cross = new SVGPath();
        cross.setContent("M6 0h6v6h6v6h-6v6h-6v-6h-6v-6h6z");
        cross.getStyleClass().add("cross");
        StackPane mark = new StackPane(cross);
        mark.getStyleClass().add("tray-mark");
        StackPane whole = new StackPane(mark);
        whole.setAlignment(Pos.CENTER);
        if (verdict.isIllness()) {
            Circle dot = new Circle(DOT);
            dot.getStyleClass().addAll("tray-dot", VerdictIcon.styleClass(verdict));
            StackPane.setAlignment(dot, Pos.BOTTOM_RIGHT);
            whole.getChildren().add(dot);
        }
        Scene scene = new Scene(whole, DRAWN, DRAWN, Color.TRANSPARENT);
        scene.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        scene.getStylesheets().add(ScaledSheet.at(100));
        return picture(whole, size);
    }

    private static Tray.Picture picture(StackPane whole, int size) {
        SnapshotParameters how = new SnapshotParameters();
        how.setFill(Color.TRANSPARENT);
        how.setTransform(Transform.scale(size / DRAWN, size / DRAWN));
        WritableImage image = whole.snapshot(how, new WritableImage(size, size));
        int[] pixels = new int[size * size];
        image.getPixelReader().getPixels(0, 0, size, size, PixelFormat.getIntArgbInstance(), pixels, 0, size);
        return new Tray.Picture(size, pixels);
    }
}
