package org.decisiongates.sandbox.jira;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;

import org.decisiongates.sandbox.host.BuiltPlugin;

/** Work of a test's own, done in the background by the task runner of the built jar. */
final class BackgroundTasks {

    private static final String KIND = "cluster-test";

    private BackgroundTasks() {
    }

    /** What is to be done. */
    interface Work {
        void run(Progress progress);
    }

    /** As the jar's own. */
    interface Progress {
        void total(int much);

        void done(int much);

        void keep(String part);
    }

    /** Starts it as {@code user} and answers with the id of the task. */
    static String start(WiredJira node, String user, Work work) {
        return start(node, user, KIND, work);
    }

    /** Starts it as if it were of this kind. */
    static String start(WiredJira node, String user, String kind, Work work) {
        try {
            return (String) invoke(started(node, user, kind, work, ""), "id");
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Starts one whose result is {@code result}. */
    static String start(WiredJira node, String user, String result) {
        try {
            return (String) invoke(started(node, user, KIND, progress -> {}, result), "id");
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** The status with which a task is refused. */
    static int refusal(WiredJira node, String user) {
        try {
            throw new AssertionError("not refused: " + started(node, user, KIND, progress -> {}, ""));
        } catch (InvocationTargetException e) {
            try {
                return (Integer) invoke(e.getCause(), "status");
            } catch (InvocationTargetException wrong) {
                throw new IllegalStateException(wrong);
            }
        }
    }

    private static Object started(WiredJira node, String user, String kind, Work work, String result) throws InvocationTargetException {
        Object runner = node.box.plugin(BuiltPlugin.KEY).create(Object.class, "bean:taskRunner");
        Method start = method(runner, "start");
        Class<?> wanted = start.getParameterTypes()[4];
        Object done = Proxy.newProxyInstance(wanted.getClassLoader(), new Class<?>[] {wanted}, (self, method, arguments) -> {
            work.run(progress(arguments[0]));
            return result;
        });
        try {
            return node.box.box().currentUser().as(user, () -> start.invoke(runner, kind, user, "", "Work of a test", done));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            if (e instanceof InvocationTargetException refused) {
                throw refused;
            }
            throw new IllegalStateException(e);
        }
    }

    private static Progress progress(Object progress) {
        return new Progress() {
            @Override
            public void total(int much) {
                tell("total", much);
            }

            @Override
            public void done(int much) {
                tell("done", much);
            }

            @Override
            public void keep(String part) {
                tell("keep", part);
            }

            private void tell(String what, Object much) {
                try {
                    Method method = method(progress, what);
                    method.setAccessible(true);
                    method.invoke(progress, much);
                } catch (InvocationTargetException e) {
                    throw (RuntimeException) e.getCause();
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }

    private static Object invoke(Object target, String name) throws InvocationTargetException {
        try {
            return method(target, name).invoke(target);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Method method(Object target, String name) {
        return Arrays.stream(target.getClass().getMethods()).filter(method -> method.getName().equals(name)).findFirst().orElseThrow();
    }
}
