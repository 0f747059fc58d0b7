package io.devdoctor.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/// A repository as a large Go product has one: mostly Go files of a few kilobytes, settings, documents, scripts,
/// pictures, and services with a Dockerfile each. The same seed makes the same tree.
final class GeneratedTree {
    private static final int PER_FOLDER = 50;
    private static final int SERVICE_EVERY = 40;
    private static final List<String> WORDS =
            List.of("order", "store", "client", "handler", "queue", "config", "value", "result", "context", "error");

    private final Path root;
    private final Random random = new Random(20261121);

    GeneratedTree(Path root) {
        this.root = root;
    }

    /// @return how many files there are
    int write(int files) throws IOException {
        int written = 0;
        for (int folder = 0; written < files; folder++) {
            Path path = root.resolve("pkg%03d/part%d".formatted(folder / 10, folder % 10));
            Files.createDirectories(path);
            for (int i = 0; i < PER_FOLDER && written < files; i++, written++) file(path, i);
            if (folder % SERVICE_EVERY == 0) written += service(path);
        }
        Files.writeString(root.resolve("go.mod"), "module example.com/large\n\ngo 1.26\n");
        Files.writeString(root.resolve(".gitattributes"), "* text=auto\n*.sh text eol=lf\n*.png binary\n");
        Files.writeString(root.resolve(".dockerignore"), "**/.git\n**/*.md\n");
        return written + 3;
    }

    private void file(Path folder, int number) throws IOException {
        switch (number % 10) {
            case 7 -> Files.writeString(folder.resolve("values%d.yaml".formatted(number)), lines("key: %s\n", 40));
            case 8 -> Files.writeString(folder.resolve("notes%d.md".formatted(number)), lines("The %s is 好的.\n", 60));
            case 9 -> other(folder, number);
            default -> Files.writeString(folder.resolve("file%d.go".formatted(number)), go(folder));
        }
    }

    private void other(Path folder, int number) throws IOException {
        if (number % 20 == 9) {
            byte[] picture = new byte[3000];
            random.nextBytes(picture);
            Files.write(folder.resolve("picture%d.png".formatted(number)), picture);
        } else {
            Files.writeString(
                    folder.resolve("run%d.sh".formatted(number)), "#!/bin/sh\nset -eu\n" + lines("echo %s\n", 20));
        }
    }

    private String go(Path folder) {
        return "package " + folder.getFileName() + "\n\nimport (\n\t\"fmt\"\n\t\"strings\"\n)\n\n"
                + lines(
                        "// %1$s says what it is.\nfunc %1$s%2$d() string {\n"
                                + "\treturn fmt.Sprint(strings.ToUpper(\"%1$s\"))\n}\n\n",
                        30);
    }

    private int service(Path folder) throws IOException {
        Files.writeString(folder.resolve("Dockerfile"), """
            FROM golang:1.26-bookworm AS build
            WORKDIR /src
            COPY . .
            RUN CGO_ENABLED=0 go build -o /out/app .
            FROM gcr.io/distroless/static-debian13:nonroot
            COPY --from=build /out/app /app
            ENTRYPOINT ["/app"]
            """);
        Files.writeString(folder.resolve("compose.yaml"), """
            services:
              app:
                build: .
            """);
        return 2;
    }

    private String lines(String pattern, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(pattern.formatted(WORDS.get(random.nextInt(WORDS.size())), i));
        }
        return text.toString();
    }
}
