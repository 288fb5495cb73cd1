package org.decisiongates.sandbox.host.web;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Optional;
import org.decisiongates.sandbox.host.CurrentUser;
import org.decisiongates.sandbox.host.UserDirectory;

/** Who may call a resource or servlet of a plugin. Not saying anything means: logged-in people only. */
public enum Access {

    SYSTEM_ADMIN_ONLY, ADMIN_ONLY, LICENSED_ONLY, UNLICENSED_SITE_ACCESS, ANONYMOUS_SITE_ACCESS, UNRESTRICTED_ACCESS;

    /** What came of a question. */
    public enum Answer { ALLOWED, NOT_LOGGED_IN, FORBIDDEN }

    /** The method's annotation, else the class's, else the restrictive default. */
    public static Access of(AnnotatedElement method, Class<?> type) {
        return declared(method).or(() -> declared(type)).orElse(LICENSED_ONLY);
    }

    private static Optional<Access> declared(AnnotatedElement element) {
        if (element == null) {
            return Optional.empty();
        }
        for (Annotation annotation : element.getAnnotations()) {
            String pkg = annotation.annotationType().getPackageName();
            if (pkg.equals("com.atlassian.plugins.rest.api.security.annotation") || pkg.equals("com.atlassian.annotations.security")) {
                String name = annotation.annotationType().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(java.util.Locale.ROOT);
                for (Access access : values()) {
                    if (access.name().equals(name)) {
                        return Optional.of(access);
                    }
                }
            }
        }
        return Optional.empty();
    }

    public Answer ask(CurrentUser user, UserDirectory users) {
        if (this == UNRESTRICTED_ACCESS || this == ANONYMOUS_SITE_ACCESS) {
            return Answer.ALLOWED;
        }
        Optional<String> key = user.key();
        if (key.isEmpty()) {
            return Answer.NOT_LOGGED_IN;
        }
        boolean allowed = switch (this) {
            case SYSTEM_ADMIN_ONLY -> users.isSystemAdmin(key.get());
            case ADMIN_ONLY -> users.isAdmin(key.get());
            default -> true;
        };
        return allowed ? Answer.ALLOWED : Answer.FORBIDDEN;
    }
}
