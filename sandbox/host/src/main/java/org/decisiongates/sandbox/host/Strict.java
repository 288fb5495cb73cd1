package org.decisiongates.sandbox.host;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Plays an interface with an object that knows only some of its methods. */
public final class Strict implements InvocationHandler {

    private final Class<?> api;
    private final Object partial;
    private final Map<Method, Method> known = new HashMap<>();

    private Strict(Class<?> api, Object partial) {
        this.api = api;
        this.partial = partial;
        for (Method asked : api.getMethods()) {
            Arrays.stream(partial.getClass().getMethods())
                    .filter(one -> one.getDeclaringClass() != Object.class && one.getName().equals(asked.getName())
                            && Arrays.equals(one.getParameterTypes(), asked.getParameterTypes()))
                    .filter(one -> !one.getDeclaringClass().isInterface() || one.isDefault())
                    .sorted((a, b) -> Boolean.compare(a.isBridge(), b.isBridge())).findFirst()
                    .ifPresent(found -> {
                        found.setAccessible(true);
                        known.put(asked, found);
                    });
        }
    }

    /**
     * Methods {@code partial} has are called on it (same name, same erased parameters); the rest throws {@link NotInSandbox}. A
     * {@code partial} with a public method that is none of the {@code api} is refused: nobody could call it, so it was meant for another
     * interface, or somebody mistook a name or a parameter.
     */
    public static <T> T of(Class<T> api, Object partial) {
        if (!api.isInterface()) {
            if (api.isInstance(partial)) {
                return api.cast(partial);
            }
            throw new IllegalArgumentException(api.getName() + " is a class; only an instance of it can play it");
        }
        Strict strict = new Strict(api, partial);
        List<String> stray = Arrays.stream(partial.getClass().getDeclaredMethods())
                .filter(one -> Modifier.isPublic(one.getModifiers()) && !Modifier.isStatic(one.getModifiers()) && !one.isSynthetic())
                .filter(one -> !strict.known.containsValue(one) && !strict.isOwn(one)).map(Method::getName).sorted().toList();
        if (strict.known.isEmpty() || !stray.isEmpty()) {
            throw new IllegalArgumentException(api.getName() + " has no such methods as " + partial.getClass().getName() + ": " + stray);
        }
        return strict.played();
    }

    /** Whether the method is for the sandbox itself: a component of a record, or what another type of the partial declares. */
    private boolean isOwn(Method method) {
        Class<?> type = partial.getClass();
        return type.isRecord() && Arrays.stream(type.getRecordComponents()).anyMatch(component -> component.getAccessor().equals(method))
                || Stream.concat(Stream.of(Object.class), Arrays.stream(type.getInterfaces()))
                        .flatMap(other -> Arrays.stream(other.getMethods()))
                        .anyMatch(other -> other.getName().equals(method.getName())
                                && Arrays.equals(other.getParameterTypes(), method.getParameterTypes()));
    }

    /** An {@code api} that is there and of which nobody taught the sandbox anything. */
    public static <T> T untaught(Class<T> api) {
        return new Strict(api, new Object()).played();
    }

    @SuppressWarnings("unchecked")
    private <T> T played() {
        return (T) Proxy.newProxyInstance(api.getClassLoader(), new Class<?>[] {api}, this);
    }

    /** The object that plays an interface. */
    public static Object behind(Object played) {
        return ((Strict) Proxy.getInvocationHandler(played)).partial;
    }

    @Override
    public Object invoke(Object self, Method method, Object[] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return switch (method.getName()) {
                case "equals" -> self == arguments[0] || arguments[0] != null && Proxy.isProxyClass(arguments[0].getClass())
                        && Proxy.getInvocationHandler(arguments[0]) instanceof Strict other && other.partial.equals(partial);
                case "hashCode" -> partial.hashCode();
                default -> partial.toString();
            };
        }
        Method target = known.get(method);
        if (target == null) {
            if (method.isDefault()) {
                return InvocationHandler.invokeDefault(self, method, arguments);
            }
            throw new NotInSandbox(api, method);
        }
        try {
            return target.invoke(partial, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
