package io.devdoctor.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The classes in the image start quicker and do the same. The rewriter is no part of the app, so it is compiled here.
class QuickClassesTest {
    private static final Path SOURCES = Path.of("installer/src/io/devdoctor/installer");

    @TempDir
    private Path folder;

    private Path quick = Path.of("");

    @BeforeEach
    void compile() throws IOException {
        quick = compiled(List.of("QuickClasses", "TypeSwitches", "Folders").stream()
                .map(name -> SOURCES.resolve(name + ".java"))
                .toList());
    }

    @Test
    void aSwitchOverTypesNeedsNoClassOfItsOwnAndDecidesTheSame() throws Exception {
        Path source = Files.writeString(folder.resolve("Choice.java"), """
            public class Choice {
                sealed interface Shape permits Round, Edged {}
                record Round(int size) implements Shape {}
                record Edged(String name) implements Shape {}
                static String of(Object any) {
                    return switch (any) {
                        case null -> "nothing";
                        case Round(int size) when size > 9 -> "large";
                        case Round round -> "round " + round.size();
                        case Edged(var name) -> name;
                        case Integer number when number < 0 -> "negative";
                        case Number number -> "number " + number;
                        default -> "else";
                    };
                }
                public static String all() {
                    StringBuilder all = new StringBuilder();
                    Object[] each = {null, new Round(10), new Round(1), new Edged("e"), -1, 1, 2.5, "x"};
                    for (Object any : each) all.append(of(any)).append('|');
                    return all.toString();
                }
            }
            """);
        Path classes = compiled(List.of(source));
        byte[] before = Files.readAllBytes(classes.resolve("Choice.class"));
        assertThat(typeSwitches(before)).isPositive();
        String expected = said(classes);

        rewrite(classes);

        assertThat(typeSwitches(Files.readAllBytes(classes.resolve("Choice.class"))))
                .isZero();
        assertThat(said(classes))
                .isEqualTo(expected)
                .isEqualTo("nothing|large|round 1|e|negative|number 1|number 2.5|else|");
    }

    @Test
    void anOldClassGetsAVersionThatTheCacheHolds() throws Exception {
        Path old = folder.resolve("old");
        Path classes = Files.createDirectories(old.resolve("picocli"));
        for (String name : List.of("CommandLine", "CommandLine$Help$Ansi$Text")) {
            try (var in = getClass().getResourceAsStream("/picocli/" + name + ".class")) {
                assertThat(in).isNotNull();
                Files.write(classes.resolve(name + ".class"), in.readAllBytes());
            }
        }
        Path text = classes.resolve("CommandLine$Help$Ansi$Text.class");
        assertThat(ClassFile.of().parse(text).majorVersion()).isLessThan(50);

        rewrite(old);

        assertThat(ClassFile.of().parse(text).majorVersion()).isEqualTo(ClassFile.JAVA_8_VERSION);
        assertThat(ClassFile.of().verify(text)).isEmpty();
    }

    @Test
    void whatIsQuickAlreadyStaysByteForByte() throws Exception {
        Path classes = compiled(List.of(Files.writeString(folder.resolve("Plain.java"), "public class Plain {}")));
        byte[] before = Files.readAllBytes(classes.resolve("Plain.class"));

        rewrite(classes);

        assertThat(classes.resolve("Plain.class")).hasBinaryContent(before);
    }

    private void rewrite(Path classes) throws Exception {
        try (URLClassLoader loader = new URLClassLoader(new URL[] {quick.toUri().toURL()}, null)) {
            Class<?> rewriter = loader.loadClass("io.devdoctor.installer.QuickClasses");
            Constructor<?> made = rewriter.getDeclaredConstructor(ClassLoader.class);
            made.setAccessible(true);
            Method rewritten = rewriter.getDeclaredMethod("rewritten", byte[].class);
            rewritten.setAccessible(true);
            try (URLClassLoader known = loader(classes);
                    Stream<Path> files = Files.walk(classes)) {
                Object one = made.newInstance(known);
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".class")).toList()) {
                    Files.write(file, (byte[]) rewritten.invoke(one, (Object) Files.readAllBytes(file)));
                }
            }
        }
    }

    private static String said(Path classes) throws Exception {
        try (URLClassLoader loader = loader(classes)) {
            return (String) loader.loadClass("Choice").getMethod("all").invoke(null);
        }
    }

    private static URLClassLoader loader(Path classes) throws IOException {
        return new URLClassLoader(new URL[] {classes.toUri().toURL()}, QuickClassesTest.class.getClassLoader());
    }

    private static long typeSwitches(byte[] bytes) {
        return ClassFile.of().parse(bytes).methods().stream()
                .flatMap(method -> method.code().stream())
                .flatMap(code -> code.elementStream())
                .filter(element -> element instanceof InvokeDynamicInstruction call
                        && call.bootstrapMethod().methodName().equals("typeSwitch"))
                .count();
    }

    private Path compiled(List<Path> sources) throws IOException {
        Path classes = Files.createTempDirectory(folder, "classes");
        List<String> line = Stream.concat(
                        Stream.of("-d", classes.toString(), "-encoding", "UTF-8"),
                        sources.stream().map(Path::toString))
                .toList();
        int exit = ToolProvider.getSystemJavaCompiler().run(null, null, null, line.toArray(String[]::new));
        assertThat(exit).isZero();
        return classes;
    }
}
