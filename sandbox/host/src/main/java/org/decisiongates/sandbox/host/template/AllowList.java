package org.decisiongates.sandbox.host.template;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The methods one plugin's templates may call: those it lists, and of the JDK the two that were seen working unlisted on Jira 11.3,
 * {@code List.isEmpty()} and {@code List.size()}. A list may be gone through; nothing else.
 */
public final class AllowList implements CallPolicy {

    private static final Logger LOG = LoggerFactory.getLogger(AllowList.class);

    private final Set<String> listed;
    private final Consumer<String> blocked;

    /** @param listed entries as in the descriptor: {@code fq.Class#method(fq.Type fq.Type)} */
    public AllowList(Set<String> listed, Consumer<String> blocked) {
        this.listed = Set.copyOf(listed);
        this.blocked = blocked;
    }

    @Override
    public boolean allows(Class<?> target, Method method) {
        if (TemplateTool.class.isAssignableFrom(target) || ofAList(target, method)
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

    @Override
    public boolean iterates(Object target) {
        return target instanceof List;
    }

    private static boolean ofAList(Class<?> target, Method method) {
        return List.class.isAssignableFrom(target) && method.getParameterCount() == 0
                && Set.of("isEmpty", "size").contains(method.getName());
    }
}
