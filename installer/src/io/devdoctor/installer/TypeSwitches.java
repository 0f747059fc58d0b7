package io.devdoctor.installer;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;

/// Puts a method with `instanceof` in place of each call of `SwitchBootstraps.typeSwitch` whose labels are classes:
/// -1 for null, else the first label from a given one on that fits, else their number.
final class TypeSwitches implements ClassTransform {
    private static final String BOOTSTRAPS = "Ljava/lang/runtime/SwitchBootstraps;";

    private record Made(String name, MethodTypeDesc type, List<ClassDesc> labels) {}

    private final ClassDesc owner;
    private final boolean inInterface;
    private final List<Made> made = new ArrayList<>();

    TypeSwitches(ClassModel model) {
        this.owner = model.thisClass().asSymbol();
        this.inInterface = model.flags().has(AccessFlag.INTERFACE);
    }

    static boolean in(MethodModel method) {
        return method.code()
                .map(code -> code.elementStream().anyMatch(TypeSwitches::isSwitch))
                .orElse(false);
    }

    private static boolean isSwitch(CodeElement element) {
        return element instanceof InvokeDynamicInstruction call
                && call.bootstrapMethod().owner().descriptorString().equals(BOOTSTRAPS)
                && call.bootstrapMethod().methodName().equals("typeSwitch")
                && !call.typeSymbol().parameterType(0).isPrimitive()
                && call.bootstrapArgs().stream().allMatch(TypeSwitches::isClass);
    }

    private static boolean isClass(ConstantDesc label) {
        return label instanceof ClassDesc type && !type.isPrimitive();
    }

    @Override
    public void accept(ClassBuilder builder, ClassElement element) {
        if (element instanceof MethodModel method && in(method)) {
            builder.transformMethod(method, MethodTransform.transformingCode(this::replace));
        } else {
            builder.with(element);
        }
    }

    private void replace(CodeBuilder builder, CodeElement element) {
        if (!isSwitch(element)) {
            builder.with(element);
            return;
        }
        InvokeDynamicInstruction call = (InvokeDynamicInstruction) element;
        List<ClassDesc> labels =
                call.bootstrapArgs().stream().map(ClassDesc.class::cast).toList();
        Made method = new Made("$typeSwitch$" + made.size(), call.typeSymbol(), labels);
        made.add(method);
        builder.invokestatic(owner, method.name(), method.type(), inInterface);
    }

    @Override
    public void atEnd(ClassBuilder builder) {
        int flags = ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;
        for (Made method : made) {
            builder.withMethodBody(method.name(), method.type(), flags, code -> body(code, method.labels()));
        }
    }

    private static void body(CodeBuilder code, List<ClassDesc> labels) {
        Label something = code.newLabel();
        code.aload(0).ifnonnull(something).iconst_m1().ireturn().labelBinding(something);
        for (int i = 0; i < labels.size(); i++) {
            Label next = code.newLabel();
            code.iload(1).loadConstant(i).if_icmpgt(next);
            code.aload(0).instanceOf(labels.get(i)).ifeq(next);
            code.loadConstant(i).ireturn().labelBinding(next);
        }
        code.loadConstant(labels.size()).ireturn();
    }
}
