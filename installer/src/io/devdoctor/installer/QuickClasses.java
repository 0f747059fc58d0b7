package io.devdoctor.installer;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Rewrites what no AOT cache can hold, so that a start does not do it anew each time: class files older than Java 6
/// (picocli's are from Java 5) get a newer version and its stack maps, and switches over types get a method in place of
/// a class that the JVM would make when they are first reached. What the classes do stays the same.
final class QuickClasses {
    /// The first version whose classes are verified by stack maps alone.
    private static final int WITH_STACK_MAPS = 50;

    private static final int NEW = ClassFile.JAVA_8_VERSION;
    private final ClassFile same;
    private final ClassFile lifting;

    /// @param libraries everything that the classes extend or implement
    QuickClasses(ClassLoader libraries) {
        var hierarchy = ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(libraries).orElse(ClassHierarchyResolver.defaultResolver()));
        same = ClassFile.of(hierarchy);
        lifting = ClassFile.of(
                hierarchy, ClassFile.ConstantPoolSharingOption.NEW_POOL, ClassFile.StackMapsOption.GENERATE_STACK_MAPS);
    }

    /// @param classes  the folder with the classes
    /// @param further  jars with classes that they build on
    static void rewrite(Path classes, List<Path> further) throws IOException {
        List<URL> places = new ArrayList<>(List.of(classes.toUri().toURL()));
        for (Path jar : further) places.add(jar.toUri().toURL());
        try (URLClassLoader libraries = new URLClassLoader(places.toArray(URL[]::new))) {
            QuickClasses quick = new QuickClasses(libraries);
            for (Path file : Folders.files(classes)) {
                if (!file.toString().endsWith(".class")) continue;
                byte[] before = Files.readAllBytes(file);
                byte[] after = quick.rewritten(before);
                if (after != before) Files.write(file, after);
            }
        }
    }

    /// The class as it starts quicker; the same array if there is nothing to gain.
    byte[] rewritten(byte[] before) {
        ClassModel model = same.parse(before);
        if (model.majorVersion() < WITH_STACK_MAPS) return lifted(before);
        boolean switches = model.methods().stream().anyMatch(TypeSwitches::in);
        return switches ? same.transformClass(model, new TypeSwitches(model)) : before;
    }

    private byte[] lifted(byte[] before) {
        ClassModel model = lifting.parse(before);
        ClassTransform newer = ClassTransform.dropping(
                        element -> element instanceof java.lang.classfile.ClassFileVersion)
                .andThen(ClassTransform.endHandler(builder -> builder.withVersion(NEW, 0)));
        return lifting.transformClass(model, newer);
    }
}
