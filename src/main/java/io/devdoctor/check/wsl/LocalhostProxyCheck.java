package io.devdoctor.check.wsl;

import static io.devdoctor.check.CheckInfo.sameSubject;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.check.Version;
import io.devdoctor.format.WslValue;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Proxies.Kind;
import io.devdoctor.machine.Proxies.Server;
import io.devdoctor.machine.Proxies.Setting;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.Wsl;
import io.devdoctor.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A proxy of Windows on localhost, which distributions do not reach unless the network is mirrored: localhost is their
/// own. Harmless where nothing in them needs the proxy, but a newer WSL warns at every start.
final class LocalhostProxyCheck implements WslCheck {
    private static final Subject WINDOWS = Subject.machine("wininet..");
    /// The first release that hands the proxy of Windows on, and so warns.
    private static final Version WARNS = Version.of("2.0.0");

    private static final CheckInfo INFO = new CheckInfo(
            "wsl.localhost-proxy",
            Area.WSL,
            Set.of(Part.PROXIES, Part.POLICIES, Part.WSL, Part.WSL_CONFIG, Part.WSL_ANSWER, Part.WSL_NETWORKING),
            List.of(sameSubject("network.proxy").whenBroken()));

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWsl(Wsl wsl, Machine machine) {
        return judgeIfPresent(machine.proxies(), WINDOWS, (proxies, source) -> {
            Reading<Setting> setting = proxies.setting(Kind.WININET, source);
            return judge(setting, WINDOWS, (windows, at) -> judge(windows, at, wsl, machine), _ -> fine("ok"));
        });
    }

    private List<Finding> judge(Setting windows, Source source, Wsl wsl, Machine machine) {
        Optional<Server> local =
                windows.servers().stream().filter(Server::isLoopback).findFirst();
        return local.isEmpty()
                ? fine("ok")
                : judgeIfPresent(
                        NetworkingMode.of(machine),
                        WINDOWS,
                        (mode, _) -> mode.isMirrored()
                                ? fine("mirrored")
                                : judgeIfPresent(
                                        ConfigFile.of(machine),
                                        WINDOWS,
                                        (file, _) ->
                                                List.of(unreached(local.get(), source, mode, file, wsl, machine))));
    }

    private Finding unreached(
            Server local, Source source, NetworkingMode mode, ConfigFile file, Wsl wsl, Machine machine) {
        if (isOff(file)) return ok(WINDOWS, "off", local.address());
        List<Evidence> evidence = new ArrayList<>(mode.evidence());
        evidence.add(Evidence.of("evidence.network.proxy", local.address(), source));
        Finding found = warns(wsl, machine)
                ? file.withSetting(
                        warning(WINDOWS, "dropped", evidence, local.address(), where(local), ifNeeded(local)),
                        "wsl.localhost-proxy/auto-proxy-off",
                        Text.of("fix.wsl.localhost-proxy/auto-proxy-off.title"),
                        "wsl2",
                        "autoProxy",
                        "false")
                : info(WINDOWS, "unreached", evidence, local.address(), where(local));
        // Nobody can open a proxy that is not there.
        if (local.isDead()) return found;
        return found.fixedBy(WslTools.manual("wsl.localhost-proxy/allow-lan", String.valueOf(local.port())));
    }

    private static Text where(Server local) {
        if (local.isDead()) return Text.of("wsl.localhost-proxy.where.dead");
        return Text.of(
                local.listens().isKnown() ? "wsl.localhost-proxy.where.listens" : "wsl.localhost-proxy.where.unknown");
    }

    private static Text ifNeeded(Server local) {
        return Text.of(local.isDead() ? "wsl.localhost-proxy.needed.dead" : "wsl.localhost-proxy.needed.open");
    }

    /// The setting moved from `[experimental]`, where it still counts.
    private static boolean isOff(ConfigFile file) {
        return file.config()
                .value("wsl2", "autoProxy")
                .or(() -> file.config().value("experimental", "autoProxy"))
                .flatMap(WslValue::bool)
                .filter(on -> !on)
                .isPresent();
    }

    /// Only a WSL that would hand the proxy on, on a Windows that tells it of changes.
    private static boolean warns(Wsl wsl, Machine machine) {
        return wsl.packageVersion()
                        .known()
                        .flatMap(Version::parse)
                        .filter(version -> !version.isBefore(WARNS))
                        .isPresent()
                && machine.wslNetworking()
                        .flatMap((windows, _) -> windows.proxyChanges())
                        .known()
                        .orElse(false);
    }

    private List<Finding> fine(String outcome) {
        return List.of(ok(WINDOWS, outcome));
    }
}
