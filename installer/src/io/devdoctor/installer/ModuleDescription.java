package io.devdoctor.installer;

import java.lang.classfile.ClassFile;
import java.lang.classfile.attribute.ModuleAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.ModuleDesc;
import java.lang.reflect.AccessFlag;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;

/// The `module-info.class` of DevDoctor and its libraries, which were written for a class path: open, so that they may
/// read each other by reflection as there.
///
/// @param requires the modules it reads
/// @param provides implementations by service
/// @param uses     the services that are asked for
record ModuleDescription(
        String name, List<String> requires, SortedMap<String, List<String>> provides, SortedSet<String> uses) {

    byte[] bytes() {
        return ClassFile.of().buildModule(ModuleAttribute.of(ModuleDesc.of(name), description -> {
            description.moduleFlags(AccessFlag.OPEN);
            description.requires(ModuleDesc.of("java.base"), List.of(AccessFlag.MANDATED), null);
            requires.forEach(other -> description.requires(ModuleDesc.of(other), List.of(), null));
            uses.forEach(service -> description.uses(ClassDesc.of(service)));
            provides.forEach((service, providers) -> description.provides(
                    ClassDesc.of(service), providers.stream().map(ClassDesc::of).toArray(ClassDesc[]::new)));
        }));
    }
}
