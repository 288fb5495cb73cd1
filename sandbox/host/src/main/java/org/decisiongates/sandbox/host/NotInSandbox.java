package org.decisiongates.sandbox.host;

import java.lang.reflect.Method;

/** A stand-in was asked for something nobody taught it: names the type and the method, so that the gap is loud. */
public final class NotInSandbox extends UnsupportedOperationException {

    private static final long serialVersionUID = 1L;

    public NotInSandbox(Class<?> type, String method) {
        super("The sandbox does not play " + type.getName() + "#" + method
                + ". Teach its stand-in this method, or stop calling it.");
    }

    public NotInSandbox(Class<?> api, Method method) {
        this(api, signature(method));
    }

    private static String signature(Method method) {
        StringBuilder text = new StringBuilder(method.getName()).append('(');
        for (Class<?> type : method.getParameterTypes()) {
            text.append(text.charAt(text.length() - 1) == '(' ? "" : ", ").append(type.getTypeName());
        }
        return text.append(')').toString();
    }
}
