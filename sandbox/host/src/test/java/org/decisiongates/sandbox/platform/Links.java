package org.decisiongates.sandbox.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.asm.AnnotationVisitor;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.FieldVisitor;
import org.springframework.asm.Handle;
import org.springframework.asm.Label;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.Type;

/** What compiled classes link against: the members they call and every name their byte code mentions. */
final class Links {

    private static final Pattern TYPE_NAME = Pattern.compile("L([\\w/$]+)");

    /** A member as the call site stores it; a field's descriptor holds no parenthesis. */
    record Member(String owner, String name, String descriptor) {
    }

    private final Set<Member> members = new TreeSet<>((a, b) -> a.toString().compareTo(b.toString()));
    private final Set<String> types = new TreeSet<>();
    private final Set<String> names = new TreeSet<>();

    private Links() {
    }

    static Links of(Path... folders) {
        Links links = new Links();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                List<Path> classes = files.filter(file -> file.toString().endsWith(".class")).toList();
                for (Path file : classes) {
                    new ClassReader(Files.readAllBytes(file)).accept(links.new OfClass(), 0);
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return links;
    }

    Set<Member> members() {
        return members;
    }

    /** Binary names of all types mentioned. */
    Set<String> types() {
        return types;
    }

    /** Names of all members called or declared. */
    Set<String> names() {
        return names;
    }

    private void type(String internalName) {
        if (internalName != null) {
            types.add(Type.getObjectType(internalName).getClassName().replace("[]", ""));
        }
    }

    private void descriptor(String descriptor) {
        if (descriptor.startsWith("(")) {
            Stream.of(Type.getArgumentTypes(descriptor)).forEach(parameter -> descriptor(parameter.getDescriptor()));
            descriptor(Type.getReturnType(descriptor).getDescriptor());
        } else {
            types.add(Type.getType(descriptor).getClassName().replace("[]", ""));
        }
    }

    // Not linked, but the compiler needs the type arguments too.
    private void generics(String signature) {
        Matcher names = TYPE_NAME.matcher(signature == null ? "" : signature);
        while (names.find()) {
            type(names.group(1));
        }
    }

    private void member(String owner, String name, String descriptor) {
        members.add(new Member(owner.replace('/', '.'), name, descriptor));
        names.add(name);
        type(owner);
        descriptor(descriptor);
    }

    private final class OfClass extends ClassVisitor {
        private OfClass() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(int version, int access, String name, String signature, String above, String[] interfaces) {
            type(above);
            Stream.of(interfaces).forEach(Links.this::type);
            generics(signature);
        }

        @Override
        public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            descriptor(descriptor);
            return null;
        }

        @Override
        public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
            descriptor(descriptor);
            generics(signature);
            return new FieldVisitor(Opcodes.ASM9) {
                @Override
                public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                    descriptor(annotation);
                    return null;
                }
            };
        }

        @Override
        public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
            names.add(name);
            descriptor(descriptor);
            generics(signature);
            Stream.ofNullable(exceptions).flatMap(Stream::of).forEach(Links.this::type);
            return new OfMethod();
        }
    }

    private final class OfMethod extends MethodVisitor {
        private OfMethod() {
            super(Opcodes.ASM9);
        }

        @Override
        public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            descriptor(descriptor);
            return null;
        }

        @Override
        public AnnotationVisitor visitParameterAnnotation(int parameter, String descriptor, boolean visible) {
            descriptor(descriptor);
            return null;
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean ofInterface) {
            member(owner, name, descriptor);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            member(owner, name, descriptor);
        }

        @Override
        public void visitTypeInsn(int opcode, String name) {
            type(name);
        }

        @Override
        public void visitLdcInsn(Object value) {
            if (value instanceof Type literal) {
                descriptor(literal.getDescriptor());
            }
        }

        @Override
        public void visitTryCatchBlock(Label start, Label end, Label handler, String caught) {
            type(caught);
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            names.add(name);
            descriptor(descriptor);
            for (Object argument : arguments) {
                if (argument instanceof Handle handle) {
                    member(handle.getOwner(), handle.getName(), handle.getDesc());
                }
            }
        }
    }
}
