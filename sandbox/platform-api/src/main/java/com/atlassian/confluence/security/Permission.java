package com.atlassian.confluence.security;

public class Permission {
    public static final Permission VIEW = new Permission();

    private Permission() {
    }
}
