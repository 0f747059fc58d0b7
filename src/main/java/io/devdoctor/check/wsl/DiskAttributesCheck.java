package io.devdoctor.check.wsl;

import static io.devdoctor.check.Subject.MACHINE;

import io.devdoctor.check.Area;
import io.devdoctor.check.CheckInfo;
import io.devdoctor.check.Evidence;
import io.devdoctor.check.Finding;
import io.devdoctor.check.Subject;
import io.devdoctor.machine.FileState;
import io.devdoctor.machine.FileState.Attribute;
import io.devdoctor.machine.Machine;
import io.devdoctor.machine.Part;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.Wsl;
import io.devdoctor.machine.WslDisks.Disk;
import java.util.List;
import java.util.Set;

/// Attributes of NTFS that virtual disks cannot bear: Windows refuses to attach a compressed or encrypted one
/// (0xC03A001A), and a sparse one has lost data.
final class DiskAttributesCheck implements WslCheck {
    private static final CheckInfo INFO = new CheckInfo(
            "wsl.disk-attributes", Area.WSL, Set.of(Part.WSL, Part.WSL_ANSWER, Part.WSL_DISKS, Part.HOST), List.of());

    @Override
    public CheckInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> examineWsl(Wsl wsl, Machine machine) {
        return judgeIfPresent(
                machine.wslDisks(),
                MACHINE,
                (disks, _) -> disks.all().isEmpty()
                        ? List.of(notApplicable(MACHINE))
                        : disks.all().stream()
                                .map(disk -> judge(disk, new DiskFixes(wsl, machine)))
                                .toList());
    }

    private Finding judge(Disk disk, DiskFixes fixes) {
        Subject subject = DiskFixes.subject(disk);
        if (disk.file() instanceof Reading.Unknown<FileState> unread) return unknown(subject, unread);
        if (disk.file() instanceof Reading.Known<FileState>(FileState file, Source source)) {
            Set<Attribute> attributes = file.attributes();
            Object[] args = {DiskFixes.name(disk), disk.path()};
            Evidence evidence = Evidence.of("evidence.wsl.disk-attributes", sorted(attributes), source);
            if (attributes.contains(Attribute.ENCRYPTED)) {
                return problem(subject, "encrypted", List.of(evidence), args)
                        .fixedBy(WslTools.manual("wsl.disk-attributes/decrypt", disk.path()));
            }
            if (attributes.contains(Attribute.COMPRESSED)) {
                return problem(subject, "compressed", List.of(evidence), args).fixedBy(fixes.uncompress(disk, file));
            }
            if (attributes.contains(Attribute.SPARSE)) {
                return likely(subject, "sparse", List.of(evidence), args).fixedBy(fixes.dense(disk, file));
            }
        }
        return folder(disk, subject, fixes);
    }

    /// What the folder passes on to files that are made in it later.
    private Finding folder(Disk disk, Subject subject, DiskFixes fixes) {
        if (disk.folder() instanceof Reading.Unknown<FileState> unread) return unknown(subject, unread);
        if (disk.folder() instanceof Reading.Known<FileState>(FileState folder, Source source)) {
            Set<Attribute> attributes = folder.attributes();
            Evidence evidence = Evidence.of("evidence.wsl.disk-attributes", sorted(attributes), source);
            if (attributes.contains(Attribute.ENCRYPTED)) {
                return warning(subject, "folder-encrypted", List.of(evidence), DiskFixes.name(disk), folder.path())
                        .fixedBy(WslTools.manual("wsl.disk-attributes/decrypt", folder.path()));
            }
            if (attributes.contains(Attribute.COMPRESSED)) {
                return warning(subject, "folder", List.of(evidence), DiskFixes.name(disk), folder.path())
                        .fixedBy(fixes.uncompressFolder(disk, folder));
            }
        }
        return ok(subject, "ok", DiskFixes.name(disk));
    }

    private static List<Attribute> sorted(Set<Attribute> attributes) {
        return attributes.stream().sorted().toList();
    }
}
