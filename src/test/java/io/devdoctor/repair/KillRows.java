package io.devdoctor.repair;

import io.devdoctor.fix.DistroCommand;
import io.devdoctor.fix.DistroFile;
import io.devdoctor.fix.EngineChange;
import io.devdoctor.fix.Step;
import io.devdoctor.fix.Tool;
import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.RegistryValue;
import io.devdoctor.repair.KillRow.Treated;
import io.devdoctor.repair.KillRow.Where;
import io.devdoctor.text.Text;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Every kind of step, on the real disk and on the simulated Windows, alone and together.
final class KillRows {
    private static final String HOME = "C:\\Users\\alex\\";
    private static final String SWITCHES = "HKLM\\SYSTEM\\CurrentControlSet\\Control\\FileSystem";
    private static final String PIPE = "npipe:////./pipe/dockerDesktopLinuxEngine";
    private static final String DISTRO = "Ubuntu-24.04";
    private static final String OLD_CONF = "[boot]\nsystemd=true\n\n[user]\ndefault=alex\n";

    private KillRows() {}

    /// @param folder of the ward, in which the files of the real disk are
    static List<KillRow> all(Path folder) {
        return List.of(
                disk("file changed", changed(folder, "a.conf")),
                disk("file created", file(folder, "new.conf", null, "new\r\n")),
                disk("file removed", file(folder, "b.conf", "old b\n", null)),
                disk("folder set aside", aside(folder)),
                windows("registry value set", set("NO_PROXY", null, new RegistryValue.ExpandText("%A%;b"))),
                windows("registry value removed", set("OneDrive", text("C:\\Users\\alex\\OneDrive"), null)),
                windows("tool", tool()),
                windows("elevated tool", elevated()),
                windows("file in a distribution", conf()),
                windows("command in a distribution", inside()),
                windows("image removed", engine(new EngineChange.RemoveImage(Ward.IMAGE, "<none> 0909", 1))),
                windows("build cache removed", engine(new EngineChange.RemoveBuildCache(Ward.CACHE, "RUN", 1))),
                windows("container removed", engine(new EngineChange.RemoveContainer(Ward.STOPPED, "old", 1))),
                windows("container restarted", restarted()),
                new KillRow("words and a page", Where.WINDOWS, List.of(words()), Outcome.HandedOver.class),
                several(),
                failing(),
                plan());
    }

    /// Four kinds of steps in one fix.
    static KillRow several() {
        return windows("several steps", set("NO_PROXY", null, text("a")), wslconfig(), tool(), elevated());
    }

    /// The last step is refused, and what was done before is put back.
    static KillRow failing() {
        Treated refused = part(
                new Step.SetRegistryValue(SWITCHES, "Nothing", null, text("y")),
                picture -> picture.registry(SWITCHES, "Nothing").isArray());
        Treated whole = joined(set("NO_PROXY", null, text("a")), wslconfig(), tool(), refused);
        return new KillRow("failure after several steps", Where.WINDOWS, List.of(whole), Outcome.Failed.class);
    }

    /// Three treatments, of which one has two steps.
    static KillRow plan() {
        return new KillRow(
                "plan",
                Where.WINDOWS,
                List.of(set("NO_PROXY", null, text("a")), joined(wslconfig(), conf()), elevated()),
                Outcome.Cured.class);
    }

    private static KillRow disk(String name, Treated part) {
        return new KillRow(name, Where.DISK, List.of(part), Outcome.Cured.class);
    }

    private static KillRow windows(String name, Treated... parts) {
        return new KillRow(name, Where.WINDOWS, List.of(joined(parts)), Outcome.Cured.class);
    }

    private static Treated joined(Treated... parts) {
        return new Treated(
                List.of(parts).stream().flatMap(part -> part.steps().stream()).toList(),
                picture -> List.of(parts).stream().allMatch(part -> part.well().test(picture)));
    }

    private static Treated part(Step step, Predicate<Ward.Picture> well) {
        return new Treated(List.of(step), well);
    }

    private static Treated changed(Path folder, String name) {
        return file(folder, name, Ward.OLD, "new a\r\n");
    }

    private static Treated file(Path folder, String name, @Nullable String before, @Nullable String after) {
        Step step = new Step.EditFile(Ward.disk(folder).resolve(name).toString(), bytes(before), bytes(after));
        return part(step, picture -> after == null ? !picture.has(name) : picture.has(name, after));
    }

    private static Treated aside(Path folder) {
        Path old = Ward.disk(folder).resolve("sockets");
        Step step = new Step.MoveAside(old.toString(), old + ".old");
        return part(step, picture -> picture.has("sockets.old/one.sock"));
    }

    private static Treated set(String name, @Nullable RegistryValue before, @Nullable RegistryValue after) {
        Step step = new Step.SetRegistryValue("HKCU\\Environment", name, before, after);
        return part(step, picture -> picture.registry("HKCU\\Environment", name).isArray() == (after != null));
    }

    private static Treated tool() {
        Step.RunTool back = new Step.RunTool(Tool.WSL_SET_DEFAULT_VERSION, List.of("2"), null);
        return part(
                new Step.RunTool(Tool.WSL_SET_DEFAULT_VERSION, List.of("1"), back),
                picture -> picture.number("HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Lxss", "DefaultVersion")
                        == 1);
    }

    private static Treated elevated() {
        Step.RunTool back = new Step.RunTool(Tool.WINDOWS_SWITCH, List.of(SWITCHES, "LongPathsEnabled", "1"), null);
        return part(
                new Step.RunTool(Tool.WINDOWS_SWITCH, List.of(SWITCHES, "LongPathsEnabled", "0"), back),
                picture -> picture.number(SWITCHES, "LongPathsEnabled") == 0);
    }

    private static Treated conf() {
        String after = OLD_CONF.replace("true", "false");
        return part(
                new Step.EditDistroFile(DISTRO, DistroFile.WSL_CONF, bytes(OLD_CONF), bytes(after)),
                picture -> picture.state().toString().contains("systemd=false"));
    }

    private static Treated inside() {
        return part(
                new Step.InDistro(DISTRO, DistroCommand.MAP_COUNT),
                picture -> picture.state().toString().contains("max_map_count <==\\n262144"));
    }

    private static Treated engine(EngineChange change) {
        return part(
                new Step.EngineCall(PIPE, change),
                picture -> !picture.usage().toString().contains(change.id()));
    }

    private static Treated restarted() {
        return part(
                new Step.EngineCall(PIPE, new EngineChange.RestartContainer(Ward.RUNNING, "shop-web-1")),
                picture -> !picture.state().toString().contains(Ward.SICK));
    }

    private static Treated words() {
        return part(new Step.Manual(Text.of("test.fix"), "ms-settings:about"), _ -> false);
    }

    private static Treated wslconfig() {
        String path = HOME + ".wslconfig";
        return part(
                new Step.EditFile(path, bytes(Ward.OLD), bytes("[wsl2]\r\nmemory=4GB\r\n")),
                picture -> picture.has("c/users/alex/.wslconfig", "[wsl2]\r\nmemory=4GB\r\n"));
    }

    private static RegistryValue text(String value) {
        return new RegistryValue.Text(value);
    }

    private static @Nullable Bytes bytes(@Nullable String text) {
        return text == null ? null : Bench.bytes(text);
    }
}
