package io.devdoctor.installer;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;

/// The programs of the JDK that runs the build, and others by their path. What fails ends the build with its words.
final class Jdk {
    private Jdk() {}

    /// A tool of the JDK, in this process.
    static void tool(String name, List<String> arguments) {
        ToolProvider tool = ToolProvider.findFirst(name)
                .orElseThrow(() -> new IllegalStateException("This JDK has no " + name + "."));
        int exit = tool.run(System.out, System.err, arguments.toArray(String[]::new));
        if (exit != 0) throw new IllegalStateException(name + " failed with exit code " + exit + ".");
    }

    /// What a program wrote.
    ///
    /// @param exit its exit code
    record Ended(int exit, String output) {
        Ended orFail(String what) {
            if (exit == 0) return this;
            throw new IllegalStateException(what + " failed with exit code " + exit + ":\n" + output);
        }
    }

    /// Runs a program to its end.
    ///
    /// @param folder where it runs
    static Ended run(Path program, List<String> arguments, Map<String, String> environment, Path folder) {
        List<String> line = new ArrayList<>(List.of(program.toString()));
        line.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
            return new Ended(process.waitFor(), output);
        } catch (IOException e) {
            throw new IllegalStateException(program + " cannot be started: see installer/README.md.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
