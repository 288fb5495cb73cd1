package com.atlassian.applinks.api.auth;

public interface NonImpersonatingAuthenticationProvider extends AuthenticationProvider {
}
