package com.atlassian.confluence.user;

public class AuthenticatedUserThreadLocal {
    private static final ThreadLocal<ConfluenceUser> USER = new ThreadLocal<>();

    private AuthenticatedUserThreadLocal() {
    }

    public static ConfluenceUser get() {
        return USER.get();
    }

    public static String getUsername() {
        ConfluenceUser user = USER.get();
        return user == null ? null : user.getName();
    }

    public static void set(ConfluenceUser user) {
        USER.set(user);
    }

    public static void reset() {
        USER.remove();
    }
}
