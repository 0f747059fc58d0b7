package io.devdoctor.desktop.picture;

import io.devdoctor.examination.picture.ResourcePicture;
import io.devdoctor.examination.picture.ResourcePicture.Level;
import io.devdoctor.examination.picture.ResourcePicture.Place;
import io.devdoctor.examination.picture.ResourcePicture.Resource;

/// What is said of memory and processors.
record ResourceWords(Speaker speaker) {
    String name(Level level) {
        return switch (level.place()) {
            case MACHINE -> speaker.machine();
            case WSL -> "WSL";
            case ENGINE -> speaker.say("engine");
            case CONTAINER -> speaker.raw(level.name());
        };
    }

    String value(ResourcePicture picture, Level level) {
        if (!level.own()) return speaker.say("no-limit");
        String size = amount(picture.resource(), level.size());
        if (picture.resource() == Resource.PROCESSORS) {
            return level.place() == Place.WSL
                    ? speaker.say("of", size, amount(picture.resource(), picture.total()))
                    : size;
        }
        return level.place() == Place.MACHINE && level.used().isPresent()
                ? speaker.size(level.used().getAsLong())
                : size;
    }

    String told(ResourcePicture picture, Level level) {
        String key = "tell." + level.place().name() + "." + picture.resource().name();
        String size = amount(picture.resource(), level.size());
        String used = level.used().isPresent() ? speaker.size(level.used().getAsLong()) : "";
        return switch (level.place()) {
            case MACHINE -> speaker.say(key, speaker.machine(), size, used);
            case WSL ->
                used.isEmpty()
                        ? speaker.say(key, size, amount(picture.resource(), picture.total()))
                        : speaker.say(key + ".used", size, used);
            case ENGINE -> speaker.say(key, size);
            case CONTAINER -> speaker.say(level.own() ? key : key + ".open", level.name(), size);
        };
    }

    String amount(Resource resource, long amount) {
        return switch (resource) {
            case MEMORY -> speaker.size(amount);
            case PROCESSORS -> speaker.processors(amount);
        };
    }
}
