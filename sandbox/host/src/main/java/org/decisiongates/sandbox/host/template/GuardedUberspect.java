package org.decisiongates.sandbox.host.template;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;

import org.apache.velocity.runtime.RuntimeServices;
import org.apache.velocity.runtime.parser.node.AbstractExecutor;
import org.apache.velocity.runtime.parser.node.BooleanPropertyExecutor;
import org.apache.velocity.runtime.parser.node.GetExecutor;
import org.apache.velocity.runtime.parser.node.MapGetExecutor;
import org.apache.velocity.runtime.parser.node.PropertyExecutor;
import org.apache.velocity.util.RuntimeServicesAware;
import org.apache.velocity.util.introspection.Info;
import org.apache.velocity.util.introspection.UberspectImpl;
import org.apache.velocity.util.introspection.VelMethod;
import org.apache.velocity.util.introspection.VelPropertyGet;
import org.apache.velocity.util.introspection.VelPropertySet;

/** Asks the engine's {@link CallPolicy} before every call, and remembers which results are finished HTML. */
public final class GuardedUberspect extends UberspectImpl implements RuntimeServicesAware {

    private static final Method MAP_GET = ofMap("get", Object.class);
    private static final Method MAP_PUT = ofMap("put", Object.class, Object.class);

    private CallPolicy calls;

    @Override
    public void setRuntimeServices(RuntimeServices services) {
        calls = (CallPolicy) services.getApplicationAttribute(CallPolicy.class.getName());
    }

    @Override
    @SuppressWarnings("unchecked")
    public Iterator<Object> getIterator(Object target, Info info) throws Exception {
        Object object = SafeHtml.unwrap(target);
        return object != null && calls.iterates(object) ? super.getIterator(object, info) : null;
    }

    @Override
    public VelMethod getMethod(Object target, String name, Object[] arguments, Info info) throws Exception {
        Object object = SafeHtml.unwrap(target);
        if (object == null) {
            return null;
        }
        Object[] values = Arrays.stream(arguments).map(SafeHtml::unwrap).toArray();
        Method method = introspector.getMethod(object.getClass(), name, values);
        if (method == null) {
            return object.getClass().isArray() && calls.iterates(object) ? super.getMethod(object, name, values, info) : null;
        }
        VelMethod found = super.getMethod(object, name, values, info);
        return found != null && calls.allows(object.getClass(), method) ? new Call(found, safe(method)) : null;
    }

    @Override
    public VelPropertyGet getPropertyGet(Object target, String name, Info info) throws Exception {
        Object object = SafeHtml.unwrap(target);
        if (object == null) {
            return null;
        }
        Class<?> type = object.getClass();
        AbstractExecutor executor = new PropertyExecutor(log, introspector, type, name);
        if (!executor.isAlive()) {
            executor = new MapGetExecutor(log, type, name);
        }
        if (!executor.isAlive()) {
            executor = new GetExecutor(log, introspector, type, name);
        }
        if (!executor.isAlive()) {
            executor = new BooleanPropertyExecutor(log, introspector, type, name);
        }
        if (!executor.isAlive()) {
            return null;
        }
        // a map is read without the engine looking for a method
        Method method = executor instanceof MapGetExecutor ? MAP_GET : executor.getMethod();
        return calls.allows(type, method) ? new Read(executor, name, safe(method)) : null;
    }

    @Override
    public VelPropertySet getPropertySet(Object target, String name, Object value, Info info) throws Exception {
        // Templates that change objects are a mistake, and no allow-list speaks of setters; maps may be filled.
        Object object = SafeHtml.unwrap(target);
        return object instanceof Map && calls.allows(object.getClass(), MAP_PUT)
                ? super.getPropertySet(object, name, SafeHtml.unwrap(value), info)
                : null;
    }

    private static Method ofMap(String name, Class<?>... parameters) {
        try {
            return Map.class.getMethod(name, parameters);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean safe(Method method) {
        return Arrays.stream(method.getAnnotations()).anyMatch(one -> one.annotationType().getSimpleName().equals("HtmlSafe"));
    }

    private record Call(VelMethod found, boolean safe) implements VelMethod {

        @Override
        public Object invoke(Object target, Object[] arguments) throws Exception {
            Object result = found.invoke(SafeHtml.unwrap(target), Arrays.stream(arguments).map(SafeHtml::unwrap).toArray());
            return safe && result != null ? new SafeHtml(result) : result;
        }

        @Override
        public boolean isCacheable() {
            return false;
        }

        @Override
        public String getMethodName() {
            return found.getMethodName();
        }

        @Override
        public Class<?> getReturnType() {
            return found.getReturnType();
        }
    }

    private record Read(AbstractExecutor executor, String name, boolean safe) implements VelPropertyGet {

        @Override
        public Object invoke(Object target) throws Exception {
            Object result = executor.execute(SafeHtml.unwrap(target));
            return safe && result != null ? new SafeHtml(result) : result;
        }

        @Override
        public boolean isCacheable() {
            return false;
        }

        @Override
        public String getMethodName() {
            return name;
        }
    }
}
