package io.devdoctor.desktop;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// Hands and eyes for an open window.
public abstract class Hands {
    /// Fires the button whatever the pointer could reach: ids hold characters that CSS selectors do not know.
    protected static void press(FxRobot robot, String id) {
        Node node = node(robot, id);
        robot.interact(() -> ((ButtonBase) node).fire());
        WaitForAsyncUtils.waitForFxEvents();
    }

    protected static Node node(FxRobot robot, String id) {
        return look(robot, id).orElseThrow(() -> new AssertionError("nothing to be seen of " + id));
    }

    protected static boolean isThere(FxRobot robot, String id) {
        return look(robot, id).isPresent();
    }

    /// On the window's own thread, which may be about to make its nodes anew.
    private static Optional<Node> look(FxRobot robot, String id) {
        WaitForAsyncUtils.waitForFxEvents();
        AtomicReference<Optional<Node>> found = new AtomicReference<>(Optional.empty());
        robot.interact(() -> found.set(robot.lookup((Node node) -> id.equals(node.getId()) && isSeen(node))
                .tryQuery()));
        return found.get();
    }

    /// Also what around it is hidden hides it.
    private static boolean isSeen(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) return false;
        }
        return true;
    }

    /// Every word that can be read within a node.
    protected static String said(FxRobot robot, String id) {
        StringBuilder words = new StringBuilder();
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> {
            for (Node each : ((Parent) node(robot, id)).lookupAll("*")) {
                if (!isSeen(each)) continue;
                if (each instanceof Label label) words.append(label.getText()).append('\n');
                if (each instanceof Text text) words.append(text.getText()).append('\n');
            }
        });
        return words.toString();
    }

    protected static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
    }
}
