package io.devdoctor.installer;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Finds which services code asks `ServiceLoader` for: a module gets only those that it names.
///
/// Found are the classes named in methods that call a loader: `ServiceLoader.load`, or a method that is given a class
/// and
/// calls a loader itself. Some are no services; naming those does no harm.
final class ServiceUses {
    private static final String LOADER = "java/util/ServiceLoader";
    private final List<byte[]> classes = new ArrayList<>();
    private final Set<String> loaders = new HashSet<>();
    private final Set<String> owners = new HashSet<>(Set.of(LOADER));
    private final SortedSet<String> uses = new TreeSet<>();

    private ServiceUses() {}

    static SortedSet<String> in(Path classes) throws IOException {
        ServiceUses found = new ServiceUses();
        for (Path file : Folders.files(classes)) {
            if (file.toString().endsWith(".class")) found.classes.add(Files.readAllBytes(file));
        }
        int known;
        do {
            known = found.loaders.size();
            found.pass();
        } while (found.loaders.size() > known);
        return found.uses;
    }

    private void pass() {
        List<String> names = List.copyOf(owners);
        for (byte[] bytes : classes) {
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            if (names.stream().noneMatch(text::contains)) continue;
            for (MethodModel method : ClassFile.of().parse(bytes).methods()) {
                method.code().filter(this::loads).ifPresent(code -> take(method, code));
            }
        }
    }

    private void take(MethodModel method, CodeModel code) {
        String owner = method.parent().orElseThrow().thisClass().asInternalName();
        if (method.methodType().stringValue().contains("Ljava/lang/Class;")) {
            loaders.add(owner + "." + method.methodName().stringValue());
            owners.add(owner);
        }
        code.elementStream().forEach(element -> {
            if (element instanceof ConstantInstruction constant
                    && constant.constantValue() instanceof ClassDesc type
                    && type.isClassOrInterface()) uses.add(binaryName(type));
        });
    }

    private boolean loads(CodeModel code) {
        return code.elementStream().anyMatch(element -> element instanceof InvokeInstruction call && loads(call));
    }

    private boolean loads(InvokeInstruction call) {
        String owner = call.owner().asInternalName();
        String name = call.name().stringValue();
        return owner.equals(LOADER) ? name.startsWith("load") : loaders.contains(owner + "." + name);
    }

    private static String binaryName(ClassDesc type) {
        String descriptor = type.descriptorString();
        return descriptor.substring(1, descriptor.length() - 1).replace('/', '.');
    }
}
