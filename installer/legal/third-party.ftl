<#-- How the build writes THIRD-PARTY.md; dependencyMap holds (project, its licences). -->
<#-- A module's own address, where Maven appended its name to the address of the project. -->
<#assign shared = ["oshi-common", "oshi-core", "jte-runtime", "org.eclipse.jgit", "java-diff-utils", "failureaccess"]/>
<#function address p>
    <#local url = p.url!"">
    <#if shared?seq_contains(p.artifactId)>
        <#local url = url?remove_ending("/" + p.artifactId)>
    </#if>
    <#if p.groupId == "org.openjfx">
        <#local url = "https://openjfx.io">
    </#if>
    <#return url?remove_ending("/")?replace("http://", "https://")>
</#function>
# Software by others

DevDoctor is licensed under the [Apache License 2.0](LICENSE) and ships the libraries below, unchanged. The texts of their licences are
in `installer/legal`, and in the folder `legal` of what is installed; their sources are at the addresses. Where a row names two licences, DevDoctor uses the first.

The build writes this file: `mvn verify` fails when it is stale, `mvn verify -DskipTests -Dthird-party.update` renews it.

| Library | Version | Licence | Address |
|---|---|---|---|
| OpenJDK (the Java runtime, in the installer and the portable archive only) | 25 | GPL-2.0-with-classpath-exception | https://openjdk.org |
<#list dependencyMap?sort_by(["key", "id"]) as e>
<#assign project = e.getKey()/>
| `${project.groupId}:${project.artifactId}` | ${project.version} | ${e.getValue()?join(" or ")} | ${address(project)} |
</#list>

## What some of them contain

* OpenJDK names what it contains in the folder `legal` of the runtime.
* JavaFX: this software is based in part on the work of the Independent JPEG Group; parts of Mesa 3-D and headers of the Khronos Group, see `javafx.graphics.txt`.
  For Windows it brings the C++ runtime that Microsoft lets programs redistribute.
* `docker-java-transport-zerodep`: Apache HttpComponents Client and Core 5 (Apache-2.0) and the Public Suffix List (MPL-2.0, https://publicsuffix.org).
* `ikonli-feather-pack`: the Feather icons (MIT, https://feathericons.com).
* `tools.jackson.core:jackson-core`: FastDoubleParser and Schubfach (MIT), with their own notices in the jar.
* `jna-jpms`: libffi (MIT, https://sourceware.org/libffi).
* `org.eclipse.jgit`: SHA-1 UbcCheck (MIT).
