package io.devdoctor.desktop;

import java.awt.EventQueue;
import java.awt.Image;
import java.awt.MenuItem;
import java.awt.PopupMenu;
import java.awt.SystemTray;
import java.awt.TrayIcon;
import java.awt.image.BaseMultiResolutionImage;
import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The notification area through AWT: JavaFX has none. AWT is loaded when the watch is first turned on.
// unverified on Windows: TrayIcon beside JavaFX, its picture at 125 to 200 %, Chinese in its menu, and whether
// displayMessage is shown while Windows does not want to disturb.
final class AwtTray implements Tray {
    private static final Logger LOG = LoggerFactory.getLogger(AwtTray.class);
    private @Nullable TrayIcon icon;

    @Override
    public boolean show(Face face, Actions actions) {
        try {
            if (!SystemTray.isSupported()) return false;
            EventQueue.invokeAndWait(() -> change(face, actions));
            return icon != null;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } catch (Exception | LinkageError e) {
            LOG.warn("No icon in the notification area", e);
            return false;
        }
    }

    private void change(Face face, Actions actions) {
        try {
            TrayIcon shown = icon;
            if (shown == null) {
                shown = new TrayIcon(image(face));
                shown.setImageAutoSize(true);
                shown.addActionListener(_ -> actions.open());
                SystemTray.getSystemTray().add(shown);
                icon = shown;
            }
            shown.setImage(image(face));
            shown.setToolTip(face.words());
            shown.setPopupMenu(menu(face, actions));
        } catch (java.awt.AWTException e) {
            LOG.warn("The notification area is not there", e);
        }
    }

    private static PopupMenu menu(Face face, Actions actions) {
        PopupMenu menu = new PopupMenu();
        menu.add(item(face.open(), actions::open));
        menu.add(item(face.examine(), actions::examine));
        menu.addSeparator();
        menu.add(item(face.exit(), actions::exit));
        return menu;
    }

    private static MenuItem item(String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.addActionListener(_ -> action.run());
        return item;
    }

    private static Image image(Face face) {
        return new BaseMultiResolutionImage(
                face.pictures().stream().map(AwtTray::image).toArray(Image[]::new));
    }

    private static BufferedImage image(Picture picture) {
        BufferedImage image = new BufferedImage(picture.size(), picture.size(), BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, picture.size(), picture.size(), picture.pixels(), 0, picture.size());
        return image;
    }

    @Override
    public void tell(String title, String words) {
        EventQueue.invokeLater(() -> {
            if (icon != null) icon.displayMessage(title, words, TrayIcon.MessageType.NONE);
        });
    }

    @Override
    public void remove() {
        EventQueue.invokeLater(() -> {
            if (icon != null) SystemTray.getSystemTray().remove(icon);
            icon = null;
        });
    }
}
