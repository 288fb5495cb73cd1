package com.atlassian.applinks.api.auth;

public interface AuthenticationProvider {
}
