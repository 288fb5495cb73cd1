package org.decisiongates.jira.gate;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockingDetails;
import static org.mockito.Mockito.withSettings;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * Stands between a gate and everything it calls, and between it and everything that it gets from there; counts the calls, and lets one of
 * them fail. It counts nothing until it is told to.
 */
final class CountedCalls {

    /** How a call fails. */
    enum Failure {
        /** With what code throws at any time. */
        THROWS,
        /** As where a class or a method of the platform is gone. */
        DOES_NOT_LINK,
        /** With null, no and 0, which a call without an answer cannot. */
        ANSWERS_NOTHING,
        /** When everything is done. */
        SUCCEEDS_AND_THROWS,
        /** Until whoever waits is interrupted. */
        HANGS,
        /** Until the platform is there again. */
        IS_LATE
    }

    private final Map<Object, Object> counted = Collections.synchronizedMap(new IdentityHashMap<>());
    private final Map<Object, Object> behind = Collections.synchronizedMap(new IdentityHashMap<>());
    private final List<String> made = Collections.synchronizedList(new ArrayList<>());
    private boolean counting;
    private int failing;
    private Failure failure;
    private CountDownLatch reached;
    private CountDownLatch released;

    /** Counts from now on, and nothing fails. */
    void count() {
        fail(0, null);
    }

    /** Counts from now on, and the call with this number, from 1, fails. */
    void fail(int number, Failure how) {
        made.clear();
        counting = true;
        failing = number;
        failure = how;
        reached = new CountDownLatch(1);
        released = new CountDownLatch(1);
    }

    /** The calls so far, in order, each as {@code Issue.getId}. */
    List<String> made() {
        return List.copyOf(made);
    }

    boolean hasFailed() {
        return reached.getCount() == 0;
    }

    void awaitFailure() throws InterruptedException {
        reached.await();
    }

    void release() {
        released.countDown();
    }

    /** What behaves as {@code collaborator}, and is counted. */
    @SuppressWarnings("unchecked")
    <T> T to(T collaborator) {
        Object known = counted.get(collaborator);
        if (known == null) {
            Class<?> type = isMock(collaborator) ? mockingDetails(collaborator).getMockCreationSettings().getTypeToMock()
                    : collaborator.getClass().getInterfaces()[0];
            known = mock(type, withSettings().stubOnly()
                    .defaultAnswer(call -> called(collaborator, type, call.getMethod(), call.getRawArguments())));
            counted.put(collaborator, known);
            behind.put(known, collaborator);
        }
        return (T) known;
    }

    /** The same values, those counted that are mocks. */
    Map<String, Object> toAll(Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.replaceAll((name, value) -> handedOut(value));
        return all;
    }

    private Object called(Object target, Class<?> type, Method method, Object[] arguments) throws Throwable {
        if (!counting || method.getName().equals("toString")) {
            return call(target, method, arguments);
        }
        int number;
        synchronized (made) {
            made.add(type.getSimpleName() + "." + method.getName());
            number = made.size();
        }
        if (number != failing) {
            return call(target, method, arguments);
        }
        reached.countDown();
        return switch (failure) {
            case THROWS -> throw new IllegalStateException("the call fails");
            case DOES_NOT_LINK -> throw new NoClassDefFoundError("the call does not link");
            case ANSWERS_NOTHING ->
                method.getReturnType() == void.class ? call(target, method, arguments) : nothing(method.getReturnType());
            case SUCCEEDS_AND_THROWS -> {
                call(target, method, arguments);
                throw new IllegalStateException("the call fails once it is done");
            }
            case HANGS -> {
                awaitRelease();
                throw new IllegalStateException("the call is given up");
            }
            case IS_LATE -> {
                awaitRelease();
                yield call(target, method, arguments);
            }
        };
    }

    private void awaitRelease() {
        try {
            released.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("the call is interrupted", e);
        }
    }

    private Object call(Object target, Method method, Object[] arguments) throws Throwable {
        Object[] meant = Arrays.stream(arguments).map(argument -> behind.getOrDefault(argument, argument)).toArray();
        try {
            method.setAccessible(true);
            return handedOut(method.invoke(target, meant));
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private Object handedOut(Object answer) {
        if (answer instanceof List<?> several) {
            return several.stream().map(this::handedOut).toList();
        }
        return isMock(answer) ? to(answer) : answer;
    }

    private static boolean isMock(Object one) {
        return one != null && mockingDetails(one).isMock();
    }

    private static Object nothing(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        return type == long.class ? (Object) 0L : type.isPrimitive() ? 0 : null;
    }
}
