package io.devdoctor.installer;

import java.util.Locale;

/// What is built and where it will be found.
///
/// @param address of the repository, empty while nobody knows it
record Release(String version, String architecture, String address) {
    Release {
        if (!version.matches("\\d{1,3}\\.\\d{1,3}\\.\\d{1,5}")) {
            throw new IllegalArgumentException("An installer needs a version of three numbers, not " + version + ".");
        }
        if (!address.isEmpty() && !address.matches("https://[^\\s\"<>]*[^\\s\"<>/]")) {
            throw new IllegalArgumentException("project.address must be https://… without a slash at its end.");
        }
    }

    /// The name of a file that people download.
    String file(Platform platform, String ending) {
        return "devdoctor-" + version + "-" + platform.label(architecture) + "." + ending;
    }

    String download(String file) {
        return address + "/releases/download/v" + version + "/" + file;
    }

    /// As package managers call the owner of the repository: the part of the address before its name.
    String owner() {
        String[] parts = address.split("/");
        return parts[parts.length - 2];
    }

    /// Of winget: owner and program.
    String packageName() {
        String owner = owner().replaceAll("[^A-Za-z0-9-]", "");
        return owner.toLowerCase(Locale.ROOT).equals("devdoctor") ? "DevDoctor.DevDoctor" : owner + ".DevDoctor";
    }
}
