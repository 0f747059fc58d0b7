package io.devdoctor.fix;

import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.RegistryValue;
import io.devdoctor.text.Text;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One typed change. Steps hold the state before, so that a changed machine is noticed and an undo is exact.
public sealed interface Step {

    /// Whether an undo exists for this step.
    boolean isReversible();

    default boolean needsAdmin() {
        return false;
    }

    /// What this step by itself stops or demands.
    default Set<Effect> effects() {
        return Set.of();
    }

    /// Replaces a file's content.
    ///
    /// @param before null = the file does not exist yet
    /// @param after  null = the file is removed
    /// @param whileDesktopStopped whether it is refused while Docker Desktop runs, which would write the file anew
    record EditFile(
            String path, @Nullable Bytes before, @Nullable Bytes after, boolean whileDesktopStopped) implements Step {
        public EditFile {
            if (java.util.Objects.equals(before, after)) throw new IllegalArgumentException("no change: " + path);
        }

        public EditFile(String path, @Nullable Bytes before, @Nullable Bytes after) {
            this(path, before, after, false);
        }

        /// The same edit, refused while Docker Desktop runs.
        public EditFile onlyWhileDesktopStopped() {
            return new EditFile(path, before, after, true);
        }

        @Override
        public boolean isReversible() {
            return true;
        }
    }

    /// Renames a folder with all that it holds, within the folder around it. For what Windows lets nobody open.
    ///
    /// @param to must not exist
    record MoveAside(String path, String to) implements Step {
        public MoveAside {
            if (path.equals(to) || !around(path).equals(around(to))) throw new IllegalArgumentException("no rename");
        }

        private static String around(String path) {
            return path.substring(0, Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/')) + 1);
        }

        @Override
        public boolean isReversible() {
            return true;
        }
    }

    /// Sets a value below HKCU; values below HKLM are changed by a [RunTool] with its own elevation.
    ///
    /// @param before null = the value does not exist; @param after null = the value is removed
    record SetRegistryValue(
            String key,
            String name,
            @Nullable RegistryValue before,
            @Nullable RegistryValue after) implements Step {
        /// The only keys that are ever written, in whatever case; none of them starts anything.
        private static final java.util.Set<String> KEYS = java.util.Set.of(
                "HKCU\\ENVIRONMENT", "HKCU\\SOFTWARE\\MICROSOFT\\WINDOWS\\CURRENTVERSION\\INTERNET SETTINGS");

        public SetRegistryValue {
            if (java.util.Objects.equals(before, after)) throw new IllegalArgumentException("no change: " + key);
        }

        /// Whether it may be written at all.
        public boolean isAdmitted() {
            return KEYS.contains(key.toUpperCase(java.util.Locale.ROOT));
        }

        @Override
        public boolean isReversible() {
            return true;
        }
    }

    /// Runs a tool from the compiled-in table.
    ///
    /// @param args    values for the tool's holes, each checked against its grammar when the step is made
    /// @param inverse what undoes it; null = nothing does
    record RunTool(Tool tool, List<String> args, @Nullable RunTool inverse) implements Step {
        public RunTool {
            args = List.copyOf(args);
            tool.commandLine(args);
        }

        @Override
        public boolean isReversible() {
            return inverse != null;
        }

        @Override
        public boolean needsAdmin() {
            return tool.needsAdmin();
        }

        @Override
        public Set<Effect> effects() {
            return tool.effects();
        }

        /// Program and arguments exactly as they will run.
        public List<String> commandLine() {
            return tool.commandLine(args);
        }
    }

    /// Runs a fixed command as root inside a running distribution.
    record InDistro(String distro, DistroCommand command) implements Step {
        public InDistro {
            if (!Tool.Grammar.DISTRO.admits(distro)) throw new IllegalArgumentException("not a distribution");
        }

        @Override
        public boolean isReversible() {
            return false;
        }

        /// Program and arguments exactly as they will run.
        public List<String> commandLine() {
            return asRoot(distro, command.words());
        }

        private static List<String> asRoot(String distro, List<String> words) {
            List<String> line = new java.util.ArrayList<>(List.of("wsl.exe", "-d", distro, "-u", "root", "-e"));
            line.addAll(words);
            return List.copyOf(line);
        }
    }

    /// Replaces a file inside a running distribution, as root.
    ///
    /// @param before null = the file does not exist yet
    /// @param after  null = the file is removed
    record EditDistroFile(
            String distro,
            DistroFile file,
            @Nullable Bytes before,
            @Nullable Bytes after) implements Step {
        public EditDistroFile {
            if (!Tool.Grammar.DISTRO.admits(distro)) throw new IllegalArgumentException("not a distribution");
            if (java.util.Objects.equals(before, after)) throw new IllegalArgumentException("no change: " + distro);
        }

        @Override
        public boolean isReversible() {
            return true;
        }

        /// `Ubuntu:/etc/wsl.conf`.
        public String path() {
            return distro + ":" + file.path();
        }

        public EditDistroFile inverse() {
            return new EditDistroFile(distro, file, after, before);
        }

        /// Program and arguments exactly as they will run; the content goes to its standard input.
        public List<String> commandLine() {
            return InDistro.asRoot(distro, file.replaces(before, after));
        }

        /// Removes what an interrupted change left.
        public List<String> sweep() {
            return InDistro.asRoot(distro, file.sweeps());
        }
    }

    /// Changes something in the engine, object by object, never a bare prune.
    record EngineCall(String endpoint, EngineChange change) implements Step {
        private static final java.util.regex.Pattern ENDPOINT =
                java.util.regex.Pattern.compile("npipe:////\\./pipe/[A-Za-z0-9_.-]{1,200}"
                        + "|unix:///[\\p{L}\\p{N}_.@+/ -]{1,200}"
                        + "|(tcp|http|https)://([A-Za-z0-9.-]{1,253}|\\[[0-9a-fA-F:.]{2,45}\\])(:[0-9]{1,5})?/?");

        /// Whether it can mean nothing but one object of one engine.
        public boolean isPlain() {
            return ENDPOINT.matcher(endpoint).matches() && change.hasEngineId();
        }

        @Override
        public boolean isReversible() {
            return change.isReversible();
        }

        @Override
        public Set<Effect> effects() {
            return switch (change) {
                case EngineChange.RestartContainer _ -> Set.of(Effect.STOPS_CONTAINERS);
                case EngineChange.RemoveImage _, EngineChange.RemoveBuildCache _, EngineChange.RemoveContainer _ ->
                    Set.of(Effect.DELETES_DATA);
            };
        }
    }

    /// Something only the person can do.
    ///
    /// @param opens a settings page (`ms-settings:…`), an https address, or `devmgmt.msc` or `taskmgr.exe` of
    /// System32; null = words only
    record Manual(Text words, @Nullable String opens) implements Step {
        /// The only programs that a person may be taken to.
        public static final java.util.Set<String> PROGRAMS = java.util.Set.of("devmgmt.msc", "taskmgr.exe");

        public Manual {
            boolean admitted = opens == null
                    || opens.startsWith("https://")
                    || opens.matches("ms-settings:[a-z0-9-]+")
                    || PROGRAMS.contains(opens);
            if (!admitted) throw new IllegalArgumentException("nothing that may be opened");
        }

        @Override
        public boolean isReversible() {
            return true;
        }
    }
}
