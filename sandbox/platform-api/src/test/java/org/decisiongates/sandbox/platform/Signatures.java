package org.decisiongates.sandbox.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything the stand-ins let somebody link against, written the way SOURCES.md writes it. */
final class Signatures {
    /** What Active Objects itself links against: internals of a library, not an API of the products. */
    private static final List<String> LIBRARY_INTERNALS = List.of("com.atlassian.util.profiling.", "com.atlassian.plugin.util.");

    private Signatures() {
    }

    static Set<String> all(Path classes) {
        Set<String> signatures = new TreeSet<>();
        try (Stream<Path> files = Files.walk(classes)) {
            files.map(file -> classes.relativize(file).toString().replace('/', '.'))
                    .filter(name -> name.endsWith(".class") && !name.endsWith("package-info.class"))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .filter(name -> !name.startsWith("org.decisiongates.") && LIBRARY_INTERNALS.stream().noneMatch(name::startsWith))
                    .forEach(name -> signatures.addAll(of(name)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return signatures;
    }

    private static Set<String> of(String className) {
        Class<?> type;
        try {
            type = Class.forName(className, false, Signatures.class.getClassLoader());
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
        Set<String> signatures = new TreeSet<>();
        if (!Modifier.isPublic(type.getModifiers()) || type.getDeclaringClass() != null && Modifier.isPrivate(type.getModifiers())) {
            return signatures;
        }
        signatures.add(className);
        for (Field field : type.getDeclaredFields()) {
            if (isVisible(field)) {
                signatures.add(className + "." + field.getName() + ": " + simple(field.getType()));
            }
        }
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (isVisible(constructor) && !type.isEnum()) {
                signatures.add(className + ".new" + parameters(constructor));
            }
        }
        for (Method method : type.getDeclaredMethods()) {
            if (isVisible(method) && !isOfEveryEnum(type, method) && !overrides(type, method)) {
                signatures.add(className + "." + method.getName() + parameters(method) + ": " + simple(method.getReturnType()));
            }
        }
        return signatures;
    }

    private static boolean isVisible(Member member) {
        return !member.isSynthetic() && (Modifier.isPublic(member.getModifiers()) || Modifier.isProtected(member.getModifiers()));
    }

    private static boolean isOfEveryEnum(Class<?> type, Method method) {
        return type.isEnum() && List.of("values", "valueOf").contains(method.getName());
    }

    // What a type inherits was seen where it was declared first.
    private static boolean overrides(Class<?> type, Method method) {
        Deque<Class<?>> above = new ArrayDeque<>();
        for (Class<?> each = type; each != null; each = above.poll()) {
            if (each.getSuperclass() != null) {
                above.add(each.getSuperclass());
            }
            above.addAll(Arrays.asList(each.getInterfaces()));
            if (each != type && declares(each, method)) {
                return !Modifier.isStatic(method.getModifiers());
            }
        }
        return false;
    }

    private static boolean declares(Class<?> type, Method method) {
        return Arrays.stream(type.getDeclaredMethods()).anyMatch(declared -> declared.getName().equals(method.getName())
                && accepts(type, declared.getParameterTypes(), method.getParameterTypes()));
    }

    // A type argument narrows a parameter: what the generic type erases to must still accept it.
    private static boolean accepts(Class<?> type, Class<?>[] above, Class<?>[] below) {
        if (type.getTypeParameters().length == 0 || above.length != below.length) {
            return Arrays.equals(above, below);
        }
        for (int i = 0; i < above.length; i++) {
            if (!above[i].isAssignableFrom(below[i])) {
                return false;
            }
        }
        return true;
    }

    private static String parameters(Executable executable) {
        return Arrays.stream(executable.getParameterTypes()).map(Signatures::simple).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String simple(Class<?> type) {
        String name = type.getTypeName();
        return name.substring(name.lastIndexOf('.') + 1).replace('$', '.');
    }
}
