package io.devdoctor.check.wsl;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.machine.FileContent;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Wsl;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Whether the running virtual machine has what `.wslconfig` says now: WSL reads the file only when it starts the
/// machine.
final class ConfigPendingCheck implements WslCheck {
    private static final Subject FILE = Subject.line(ConfigFile.NAME, 0, "");
    private static final CheckInfo INFO = new CheckInfo(
            "wsl.config-pending",
            Area.WSL,
            Set.of(Part.HOST, Part.WSL, Part.WSL_CONFIG, Part.POLICIES, Part.WSL_ANSWER),
            Foundations.OF_DISTROS);

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWsl(Wsl wsl, Machine machine) {
        return judge(
                machine.wslConfig().flatMap((all, _) -> all.content()),
                FILE,
                (content, _) ->
                        judgeIfPresent(ConfigFile.of(machine), FILE, (file, _) -> judge(file, content, machine)),
                _ -> List.of(ok(FILE, "none")));
    }

    private List<Finding> judge(ConfigFile file, FileContent content, Machine machine) {
        return judge(
                Guest.of(machine),
                FILE,
                (guest, _) -> judgeIfPresent(
                        guest.startedBy(),
                        FILE,
                        (start, source) -> judgeIfPresent(InForce.Size.of(machine), FILE, (host, _) -> {
                            InForce now = InForce.of(file, content.modified(), machine, guest, host);
                            Evidence started = Evidence.of("evidence.wsl.started", start, source);
                            return List.of(judge(file, content, now, started, machine));
                        })),
                _ -> List.of(ok(FILE, "idle")));
    }

    private Finding judge(ConfigFile file, FileContent content, InForce now, Evidence started, Machine machine) {
        if (!now.edited() && now.differs().isEmpty()) return ok(FILE, "ok");
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(Evidence.of("evidence.wsl.config-modified", content.modified(), file.source()));
        evidence.add(started);
        evidence.addAll(now.differs().values());
        String outcome = now.differs().isEmpty() ? "edited" : now.edited() ? "differs" : "unlike";
        return info(FILE, outcome, evidence, String.join(", ", now.differs().keySet()))
                .at(file.path(), 0)
                .fixedBy(WslTools.shutdown("wsl.config-pending/shutdown", machine));
    }
}
