package org.decisiongates.sandbox.host.template;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The methods one plugin's templates may call: those it lists, and the JDK's plain values and collections. */
public final class AllowList implements CallPolicy {

    private static final Logger LOG = LoggerFactory.getLogger(AllowList.class);

    private static final List<Class<?>> PLAIN = List.of(CharSequence.class, Number.class, Boolean.class, Character.class,
            Collection.class, Map.class, Map.Entry.class, Iterator.class, Optional.class);

    private final Set<String> listed;
    private final Consumer<String> blocked;

    /** @param listed entries as in the descriptor: {@code fq.Class#method(fq.Type fq.Type)} */
    public AllowList(Set<String> listed, Consumer<String> blocked) {
        this.listed = Set.copyOf(listed);
        this.blocked = blocked;
    }

    @Override
    public boolean allows(Class<?> target, Method method) {
        if (TemplateTool.class.isAssignableFrom(target) || plain(target, method)
                || listed.contains(entry(method.getDeclaringClass(), method)) || listed.contains(entry(target, method))) {
            return true;
        }
        String entry = entry(method.getDeclaringClass(), method);
        LOG.warn("Method needs allowlisting: {}", entry);
        blocked.accept(entry);
        return false;
    }

    /** How the descriptor writes a method. */
    public static String entry(Class<?> type, Method method) {
        return type.getName() + "#" + method.getName() + "("
                + Arrays.stream(method.getParameterTypes()).map(Class::getTypeName).collect(Collectors.joining(" ")) + ")";
    }

    private static boolean plain(Class<?> target, Method method) {
        boolean jdk = target.getName().startsWith("java.") && !method.getName().equals("getClass");
        return jdk && PLAIN.stream().anyMatch(type -> type.isAssignableFrom(target));
    }
}
