package io.devdoctor.repair;

import static io.devdoctor.repair.Course.NOTHING;
import static io.devdoctor.repair.Course.RESTART_WSL;
import static io.devdoctor.repair.Course.haunting;
import static io.devdoctor.repair.Course.lying;
import static io.devdoctor.repair.Course.proof;

import io.devdoctor.testing.sim.Illness;
import io.devdoctor.testing.sim.SimulatedWindows;
import java.util.stream.Stream;

/// Fixes that run on the machine of a proof of their check.
final class ProvenCourses {
    private static final String WSLCONFIG = "C:\\Users\\alex\\.wslconfig";
    private static final String SETTINGS = "C:\\Users\\alex\\AppData\\Roaming\\Docker\\settings-store.json";
    private static final String PROXY =
            "HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings : ProxyEnable";

    private ProvenCourses() {}

    static Stream<Course> all() {
        return Stream.of(
                        inside(),
                        edits(),
                        endings(),
                        updates(),
                        endpoints(),
                        engines(),
                        windows(),
                        desktop(),
                        SettingsCourses.all(),
                        NetworkCourses.all(),
                        git(),
                        FileCourses.all(),
                        DockerfileCourses.all(),
                        StageCourses.all(),
                        ComposeCourses.all())
                .flatMap(courses -> courses);
    }

    /// Edits of `.wslconfig`, in force with the next start of the virtual machine.
    private static Stream<Course> edits() {
        return Stream.of(
                edit("wsl.config-keys/correct", "wsl.config-keys/misplaced"),
                edit("wsl.config-keys/correct", "wsl.config-keys/unknown"),
                edit("wsl.config-keys/correct", "wsl.config-keys/above-section"),
                edit("wsl.config-keys/correct", "wsl.config-keys/removed"),
                edit("wsl.config-keys/correct", "wsl.config-keys/sparse-on-old-wsl"),
                edit("wsl.config-misplaced/comment-out", "wsl.config-misplaced/systemd-in-wslconfig"),
                new Course(
                        "wsl.config-misplaced/rename",
                        proof("wsl.config-misplaced/text-file"),
                        RESTART_WSL,
                        true,
                        haunting(WSLCONFIG + ".txt")),
                edit("wsl.config-swap/advised", "wsl.config-swap/off"),
                edit("wsl.config-swap/default-place", "wsl.config-swap/no-drive"),
                edit("wsl.config-syntax/correct", "wsl.config-syntax/utf-16le"),
                edit("wsl.config-syntax/correct", "wsl.config-syntax/semicolon"),
                edit("wsl.config-syntax/correct", "wsl.config-syntax/repeated"),
                edit("wsl.config-memory/advised", "wsl.config-memory/above-host"),
                edit("wsl.memory-in-use/reclaim", "wsl.memory-in-use/never-given-back"),
                edit("wsl.custom-kernel/own", "wsl.custom-kernel/missing"),
                edit("wsl.custom-kernel/own", "wsl.custom-kernel/without-modules"),
                edit("wsl.networking/feature-off", "wsl.networking/dns-tunneling"),
                edit("wsl.networking/nat", "wsl.networking/mirrored-ipv6"));
    }

    private static Course edit(String fix, String proof) {
        return new Course(fix, proof(proof), RESTART_WSL, true, haunting(WSLCONFIG));
    }

    /// Edits of `/etc/wsl.conf`, in force with the next start of the distribution.
    private static Stream<Course> inside() {
        return Stream.of("wsl.distro-config/bom", "wsl.distro-config/bad-boolean", "wsl.distro-config/repeated")
                .map(proof -> new Course("wsl.distro-config/correct", proof(proof), RESTART_WSL, true, lying("sh")));
    }

    /// What ends the virtual machine or a distribution; nobody can take that back.
    private static Stream<Course> endings() {
        return Stream.of(
                ending("wsl.config-pending/shutdown", "wsl.config-pending/edited", "--shutdown"),
                ending("wsl.memory-in-use/shutdown", "wsl.memory-in-use/most", "--shutdown"),
                ending("wsl.networking/shutdown", "wsl.networking/fell-back", "--shutdown"),
                ending("wsl.responds/shutdown", "wsl.responds/timed-out", "--shutdown"),
                ending("wsl.responds/shutdown", "wsl.responds/catastrophic", "--shutdown"),
                ending("clock.wsl/shutdown", "clock.wsl/slow-40-seconds", "--shutdown"),
                ending("clock.engine/restart", "clock.engine/slow-hyper-v", "restart"),
                ending("wsl.distro-state/terminate", "wsl.distro-state/refuses", "--terminate"),
                ending("wsl.distro-state/terminate", "wsl.distro-state/silent", "--terminate"),
                ending("wsl.distro-config/restart", "wsl.distro-config/no-systemd", "--terminate"));
    }

    private static Course ending(String fix, String proof, String word) {
        return new Course(fix, proof(proof), NOTHING, false, lying(word));
    }

    private static Stream<Course> updates() {
        return Stream.of(
                ending("wsl.config-keys/update", "wsl.config-keys/too-new", "--update"),
                ending("wsl.installed/update", "wsl.installed/inbox", "--update"),
                ending("wsl.installed/update", "wsl.installed/no-kernel", "--update"),
                ending("wsl.installed/update", "wsl.installed/half-installed", "--update"),
                ending("wsl.installed/update", "wsl.installed/service-missing", "--update"),
                ending("wsl.pairing/update", "wsl.pairing/reported", "--update"),
                ending("wsl.release/update", "wsl.release/known-bad", "--update"),
                new Course(
                        "wsl.installed/install",
                        proof("wsl.installed/missing"),
                        SimulatedWindows::reboot,
                        false,
                        lying("--install")));
    }

    /// Settings of git for every repository of this user.
    private static Stream<Course> git() {
        return Stream.of("host.long-paths/git", "host.developer-mode/git")
                .map(fix -> new Course(fix, proof(fix), NOTHING, true, haunting("C:\\Users\\alex\\.gitconfig")));
    }

    /// What leads Docker commands astray.
    private static Stream<Course> endpoints() {
        return Stream.of(
                variable("DOCKER_HOST", "docker.endpoint/dead-variable"),
                variable("DOCKER_HOST", "docker.endpoint/dead-host"),
                variable("DOCKER_HOST", "docker.endpoint/variable-overrides"),
                variable("DOCKER_CONTEXT", "docker.endpoint/context-variable-gone"),
                variable("DOCKER_API_VERSION", "docker.endpoint/pinned-too-old"),
                context("docker.endpoint/context-gone"),
                context("docker.endpoint/windows-context"));
    }

    /// Who may command the engine, and what builds with it.
    private static Stream<Course> engines() {
        return Stream.of(
                new Course(
                        "docker.user-access/join",
                        proof("docker.user-access/not-member"),
                        SimulatedWindows::reboot,
                        true,
                        lying("localgroup")),
                new Course(
                        "docker.tcp-exposed/close",
                        proof("docker.tcp-exposed/setting"),
                        NOTHING,
                        true,
                        haunting("C:\\Users\\alex\\AppData\\Roaming\\Docker\\settings-store.json")),
                new Course(
                        "docker.builder/use-own",
                        proof("docker.builder/keeps"),
                        NOTHING,
                        true,
                        haunting("C:\\Users\\alex\\.docker\\buildx\\current")),
                ending("docker.disk-usage/clean-up", "docker.disk-usage/much", "engine"),
                ending("docker.disk-usage/clean-up-all", "docker.disk-usage/stopped", "engine"),
                builder("DOCKER_BUILDKIT", "docker.builder/legacy"),
                builder("DOCKER_DEFAULT_PLATFORM", "docker.builder/platform"),
                builder("BUILDX_BUILDER", "docker.builder/gone"));
    }

    private static Course builder(String name, String proof) {
        return new Course(
                "docker.builder/remove-variable",
                proof(proof),
                SimulatedWindows::reboot,
                true,
                haunting("HKCU\\Environment : " + name));
    }

    /// Terminals that are open keep what the registry no longer says.
    private static Course variable(String name, String proof) {
        return new Course(
                "docker.endpoint/remove-variable",
                proof(proof),
                SimulatedWindows::reboot,
                true,
                haunting("HKCU\\Environment : " + name));
    }

    private static Course context(String proof) {
        return new Course(
                "docker.endpoint/use-context",
                proof(proof),
                NOTHING,
                true,
                haunting("C:\\Users\\alex\\.docker\\config.json"));
    }

    private static Stream<Course> windows() {
        return Stream.of(
                new Course("network.proxy/off", proof("network.proxy/dead-clash"), NOTHING, true, haunting(PROXY)),
                new Course(
                        "network.proxy/remove-variable",
                        proof("network.proxy/dead-variable"),
                        NOTHING,
                        true,
                        haunting("HKCU\\Environment : HTTPS_PROXY")),
                new Course(
                        "network.proxy/git",
                        proof("network.proxy/dead-git"),
                        NOTHING,
                        true,
                        haunting("C:\\Users\\alex\\.gitconfig")),
                new Course(
                        "network.proxy/containers",
                        proof("network.proxy/containers"),
                        NOTHING,
                        true,
                        haunting("C:\\Users\\alex\\.docker\\config.json")),
                new Course(
                        "network.dns/remove-server",
                        proof("network.dns/engine-old-server"),
                        NOTHING,
                        true,
                        haunting("C:\\Users\\alex\\.docker\\daemon.json")),
                new Course(
                        "drives.wsl-share/redirector",
                        proof("drives.wsl-share/redirector-disabled"),
                        NOTHING,
                        true,
                        lying("config")));
    }

    /// Docker Desktop is stopped, edited and started again.
    private static Stream<Course> desktop() {
        return Stream.of(
                setting("docker.settings-file/repair", "docker.settings-file/comma"),
                setting("docker.settings-file/repair", "docker.settings-file/marked"),
                setting("docker.settings-file/repair", "docker.settings-file/utf-16"),
                setting("docker.settings-file/default", "docker.settings-file/mistyped"),
                setting("docker.backend/wsl", "docker.backend/hyper-v"),
                setting("docker.proxy/follow-windows", "docker.proxy/none"),
                setting("docker.proxy/follow-windows", "docker.proxy/differs"),
                setting("docker.wsl-integration/on", "docker.wsl-integration/off"),
                setting("docker.wsl-integration/on", "docker.wsl-integration/other-only"),
                setting("docker.memory/set", "docker.memory/hyper-v-low"),
                setting("docker.cpus/set", "docker.cpus/hyper-v-few"),
                new Course(
                        "docker.socket-files/set-aside",
                        proof("docker.socket-files/dead"),
                        NOTHING,
                        true,
                        haunting("C:\\Users\\alex\\AppData\\Local\\Docker\\run")),
                new Course("docker.running/start", Illness.DESKTOP_QUIT, NOTHING, true, lying("start")),
                new Course("docker.running/restart", Illness.ENGINE_HUNG, NOTHING, false, lying("restart")),
                new Course(
                        "docker.engine-mode/settings",
                        Illness.SWITCH_FAILED,
                        NOTHING,
                        true,
                        haunting("C:\\Users\\li\\AppData\\Roaming\\Docker\\settings-store.json")),
                ending("docker.daemon-config/restart", "docker.log-rotation/local", "restart"),
                new Course(
                        "docker.memory/set",
                        Illness.AS_RECORDED,
                        RESTART_WSL,
                        true,
                        haunting("C:\\Users\\li\\.wslconfig")),
                ending("docker.engine-mode/linux", "docker.engine-mode/windows", "use"));
    }

    private static Course setting(String fix, String proof) {
        return new Course(fix, proof(proof), NOTHING, true, haunting(SETTINGS));
    }
}
