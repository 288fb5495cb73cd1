package org.decisiongates.sandbox.host.web;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Optional;
import java.util.Set;

import org.decisiongates.sandbox.host.CurrentUser;
import org.decisiongates.sandbox.host.UserDirectory;

/**
 * Who may call a resource, servlet or filter of a plugin. Not saying anything means licensed people only, for each of them, since
 * Platform 7. Limited access for unlicensed people is off, as a site has it until somebody switches it on.
 */
public enum Access {

    SYSTEM_ADMIN_ONLY, ADMIN_ONLY, LICENSED_ONLY, UNLICENSED_SITE_ACCESS, ANONYMOUS_SITE_ACCESS, UNRESTRICTED_ACCESS;

    /** What came of a question. */
    public enum Answer { ALLOWED, NOT_LOGGED_IN, FORBIDDEN }

    private static final String SHARED = "com.atlassian.annotations.security";
    private static final String REST = "com.atlassian.plugins.rest.api.security.annotation";

    /** Of a resource: the method's annotation, else the class's, else the restrictive default. */
    public static Access of(AnnotatedElement method, Class<?> type) {
        return declared(method, Set.of(SHARED, REST)).or(() -> declared(type, Set.of(SHARED, REST))).orElse(LICENSED_ONLY);
    }

    /** Of a servlet or filter: the class's annotation, else the restrictive default. Only the shared annotations were seen on them. */
    static Access ofServlet(Class<?> type) {
        return declared(type, Set.of(SHARED)).orElse(LICENSED_ONLY);
    }

    private static Optional<Access> declared(AnnotatedElement element, Set<String> packages) {
        for (Annotation annotation : element.getAnnotations()) {
            if (packages.contains(annotation.annotationType().getPackageName())) {
                String name = annotation.annotationType().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                        .toUpperCase(java.util.Locale.ROOT);
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
        if (this == UNRESTRICTED_ACCESS) {
            return Answer.ALLOWED;
        }
        Optional<String> key = user.key();
        if (key.isEmpty()) {
            return this == ANONYMOUS_SITE_ACCESS && users.admitsAnonymous() ? Answer.ALLOWED : Answer.NOT_LOGGED_IN;
        }
        boolean allowed = switch (this) {
            case SYSTEM_ADMIN_ONLY -> users.isSystemAdmin(key.get());
            case ADMIN_ONLY -> users.isAdmin(key.get());
            default -> users.isLicensed(key.get());
        };
        return allowed ? Answer.ALLOWED : Answer.FORBIDDEN;
    }
}
