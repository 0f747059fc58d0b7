package io.devdoctor.check.project;

import io.devdoctor.check.Check;
import io.devdoctor.check.project.compose.ComposeChecks;
import io.devdoctor.check.project.dockerfile.DockerfileChecks;
import java.util.List;
import java.util.stream.Stream;

/// Every check of this area, in the order in which they are shown.
public final class ProjectChecks {
    private static final List<Check> FOLDERS = List.of(
            new LocationCheck(),
            new LineEndingsCheck(),
            new ByteOrderMarkCheck(),
            new EncodingCheck(),
            new GitAttributesCheck(),
            new ExecutableBitCheck(),
            new SymlinksCheck(),
            new CaseCheck(),
            new WindowsCodeCheck(),
            new ShellPathsCheck(),
            new GitOwnershipCheck(),
            new CertificatesCheck(),
            new GoModuleCheck(),
            new ContextCheck(),
            new IgnorePatternsCheck(),
            new MutesCheck());

    private static final List<Check> OWN = Stream.of(FOLDERS, DockerfileChecks.ALL, ComposeChecks.ALL)
            .flatMap(List::stream)
            .toList();

    public static final List<Check> ALL = Stream.concat(OWN.stream(), Stream.of(DockerfileChecks.buildKit(OWN)))
            .toList();

    private ProjectChecks() {}
}
