package org.decisiongates.selfcheck;

import java.lang.invoke.MethodType;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Looks up references as the virtual machine would at run time, without running the code. */
final class Links {

    private final ClassLoader loader;

    /** Looks up through {@code loader}. */
    Links(ClassLoader loader) {
        this.loader = loader;
    }

    /** A sentence for each of {@code references} that would fail. */
    public List<String> broken(Collection<ClassFileReference> references) {
        return references.stream().flatMap(reference -> fault(reference).stream()).sorted().distinct().toList();
    }

    private Optional<String> fault(ClassFileReference reference) {
        Class<?> owner;
        try {
            owner = Class.forName(reference.owner(), false, loader);
            return switch (reference.kind()) {
                case CLASS -> Optional.empty();
                case FIELD -> absent(hasField(owner, reference), "field", reference);
                case METHOD ->
                    owner.isInterface() ? wrongKind("class", reference) : absent(hasMethod(owner, reference), "method", reference);
                case INTERFACE_METHOD ->
                    owner.isInterface() ? absent(hasMethod(owner, reference), "method", reference) : wrongKind("interface", reference);
            };
        } catch (ClassNotFoundException | LinkageError e) {
            return Optional.of("class " + reference.owner() + " is missing");
        }
    }

    private static Optional<String> absent(boolean present, String what, ClassFileReference reference) {
        return present ? Optional.empty() : Optional.of(what + " " + reference + " is missing");
    }

    private static Optional<String> wrongKind(String expected, ClassFileReference reference) {
        return Optional.of(reference.owner() + " is no " + expected + " any more, as calling " + reference.name() + " expects");
    }

    private static boolean hasField(Class<?> owner, ClassFileReference reference) {
        return lineage(owner).stream().flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .anyMatch(field -> field.getName().equals(reference.name())
                        && field.getType().descriptorString().equals(reference.descriptor()));
    }

    private static boolean hasMethod(Class<?> owner, ClassFileReference reference) {
        if (reference.name().equals("<init>")) {
            return Arrays.stream(owner.getDeclaredConstructors())
                    .anyMatch(constructor -> descriptor(constructor, void.class).equals(reference.descriptor()));
        }
        return lineage(owner).stream().flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .anyMatch(method -> method.getName().equals(reference.name())
                        && descriptor(method, method.getReturnType()).equals(reference.descriptor()));
    }

    private static String descriptor(Executable member, Class<?> returned) {
        return MethodType.methodType(member instanceof Method ? returned : void.class, member.getParameterTypes()).descriptorString();
    }

    /** The class itself and everything it inherits from; an interface inherits the methods of Object, too. */
    private static Set<Class<?>> lineage(Class<?> owner) {
        Set<Class<?>> seen = new LinkedHashSet<>();
        Deque<Class<?>> open = new ArrayDeque<>(List.of(owner, Object.class));
        while (!open.isEmpty()) {
            Class<?> type = open.remove();
            if (seen.add(type)) {
                Stream.concat(Stream.ofNullable(type.getSuperclass()), Arrays.stream(type.getInterfaces())).forEach(open::add);
            }
        }
        return seen;
    }
}
