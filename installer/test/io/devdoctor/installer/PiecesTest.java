package io.devdoctor.installer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.module.ModuleDescriptor;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

class PiecesTest {
    @TempDir
    Path folder;

    private Path jar(String name, Map<String, String> entries) throws IOException {
        Path jar = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> entry : new TreeMap<>(entries).entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }

    private ModuleBundle bundle() {
        return new ModuleBundle(folder.resolve("classes"), folder.resolve("legal"));
    }

    @Test
    void takesTheVariantForThisJavaAndLeavesDescriptionsOut() throws IOException {
        ModuleBundle bundle = bundle();
        bundle.add(jar(
                "a.jar",
                Map.of(
                        "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nMulti-Release: true\n\n",
                        "p/A.class", "old",
                        "META-INF/versions/9/p/A.class", "new",
                        "META-INF/resources/font.ttf", "font",
                        "META-INF/LICENSE", "terms",
                        "module-info.class", "x")));
        assertThat(folder.resolve("classes/p/A.class")).hasContent("new");
        assertThat(folder.resolve("classes/META-INF/resources/font.ttf")).hasContent("font");
        assertThat(folder.resolve("legal/a/LICENSE")).hasContent("terms");
        assertThat(folder.resolve("classes/module-info.class")).doesNotExist();
        assertThat(folder.resolve("classes/META-INF/versions")).doesNotExist();
    }

    @Test
    void refusesTwoClassesOfOneName() throws IOException {
        ModuleBundle bundle = bundle();
        bundle.add(jar("a.jar", Map.of("p/A.class", "one")));
        Path same = jar("b.jar", Map.of("p/A.class", "one"));
        bundle.add(same);
        Path other = jar("c.jar", Map.of("p/A.class", "another"));
        assertThatThrownBy(() -> bundle.add(other)).hasMessageContainingAll("p/A.class", "a.jar", "c.jar");
    }

    @Test
    void refusesNamesThatWindowsTakesForOne() throws IOException {
        ModuleBundle bundle = bundle();
        bundle.add(jar("a.jar", Map.of("p/Keys.class", "one")));
        Path other = jar("b.jar", Map.of("p/KEYS.class", "two"));
        assertThatThrownBy(() -> bundle.add(other)).hasMessageContainingAll("p/Keys.class", "p/KEYS.class");
    }

    @Test
    void offersProvidersOfServicesThatAreThere() throws IOException {
        ModuleBundle bundle = bundle();
        bundle.add(jar(
                "a.jar",
                Map.of(
                        "META-INF/services/java.nio.file.spi.FileSystemProvider", "p.A # ours\n\n# none\n",
                        "META-INF/services/servlet.Container", "p.A",
                        "p/A.class", "x")));
        assertThat(bundle.services())
                .containsExactly(Map.entry("java.nio.file.spi.FileSystemProvider", List.of("p.A")));
    }

    @Test
    void describesAnOpenModule() {
        TreeMap<String, List<String>> provides = new TreeMap<>(Map.of("q.Service", List.of("p.A")));
        byte[] bytes =
                new ModuleDescription("m", List.of("java.sql"), provides, new TreeSet<>(List.of("q.Asked"))).bytes();
        assertThat(ClassFile.of().verify(bytes)).isEmpty();
        ModuleDescriptor read = ModuleDescriptor.read(ByteBuffer.wrap(bytes), () -> Set.of("p", "q"));
        assertThat(read.isOpen()).isTrue();
        assertThat(read.uses()).containsExactly("q.Asked");
        assertThat(read.requires()).extracting(ModuleDescriptor.Requires::name).contains("java.base", "java.sql");
        assertThat(read.provides())
                .extracting(ModuleDescriptor.Provides::service)
                .containsExactly("q.Service");
    }

    /// As logging libraries do it: the class is named in one method, and another one calls the loader.
    @Test
    void findsServicesThatAreAskedForThroughAnotherMethod() throws IOException {
        ClassDesc loader = ClassDesc.of("java.util.ServiceLoader");
        ClassDesc helper = ClassDesc.of("p.Helper");
        MethodTypeDesc load = MethodTypeDesc.of(loader, ConstantDescs.CD_Class);
        byte[] helping = ClassFile.of()
                .build(
                        helper,
                        type -> type.withMethodBody(
                                "find",
                                load,
                                ClassFile.ACC_STATIC,
                                code -> code.aload(0)
                                        .invokestatic(loader, "load", load)
                                        .areturn()));
        byte[] asking = ClassFile.of()
                .build(
                        ClassDesc.of("p.Asking"),
                        type -> type.withMethodBody(
                                "ask",
                                MethodTypeDesc.of(loader),
                                ClassFile.ACC_STATIC,
                                code -> code.ldc(ClassDesc.of("q.Service"))
                                        .invokestatic(helper, "find", load)
                                        .areturn()));
        Path classes = Files.createDirectories(folder.resolve("p"));
        Files.write(classes.resolve("Asking.class"), asking);
        Files.write(classes.resolve("Helper.class"), helping);
        assertThat(ServiceUses.in(folder)).containsExactly("q.Service");
    }

    @Test
    void zipsOfOneImageAreEqualWhateverItsTimes() throws IOException {
        Path image = Files.createDirectories(folder.resolve("DevDoctor"));
        Path program = Files.createDirectories(image.resolve("bin")).resolve("devdoctor");
        Files.writeString(program, "#!/bin/sh\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        Files.writeString(image.resolve("名字.txt"), "x");
        PortableZip.write(image, folder.resolve("a.zip"));
        Files.setLastModifiedTime(program, FileTime.from(Instant.EPOCH));
        PortableZip.write(image, folder.resolve("b.zip"));
        assertThat(folder.resolve("b.zip")).hasSameBinaryContentAs(folder.resolve("a.zip"));
    }

    @Test
    void sumsAreThoseOfSha256sum() throws IOException {
        Path file = folder.resolve("abc.zip");
        Files.writeString(file, "abc");
        Checksums.write(folder, List.of(file));
        assertThat(folder.resolve("SHA256SUMS"))
                .hasContent("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  abc.zip");
    }

    @Test
    void signsWithTheArgumentsOfTheEnvironment() {
        assertThat(Signing.of(Map.of()).isConfigured()).isFalse();
        assertThat(Signing.of(Map.of("DEVDOCTOR_SIGN", "/fd SHA256 /dlib \"C:\\Program Files\\a.dll\""))
                        .arguments())
                .contains(List.of("/fd", "SHA256", "/dlib", "C:\\Program Files\\a.dll"));
    }

    @Test
    void wixIsGivenEveryVariableItsSourceNames() throws Exception {
        Release release = new Release("1.2.3", "x64", "");
        List<String> line = new WindowsInstaller(release, Path.of("")).arguments(folder, folder, folder);
        Document source = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("installer/windows/devdoctor.wxs").toFile());
        assertThat(source.getDocumentElement().getNodeName()).isEqualTo("Wix");
        String text = Files.readString(Path.of("installer/windows/devdoctor.wxs"));
        List<String> named = Pattern.compile("\\$\\((\\w+)\\)")
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .sorted()
                .toList();
        assertThat(line)
                .filteredOn(each -> each.matches("[A-Z]\\w+=.*"))
                .extracting(each -> each.replaceFirst("=.*", ""))
                .containsExactlyElementsOf(named);
    }

    @Test
    void rtfEscapesWhatItReadsAsItsOwn() {
        assertThat(RichText.of("a {b} \\ é")).contains("a \\{b\\} \\\\ \\u233?");
    }
}
