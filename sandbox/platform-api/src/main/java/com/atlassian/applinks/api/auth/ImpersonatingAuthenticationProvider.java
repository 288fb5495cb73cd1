package com.atlassian.applinks.api.auth;

public interface ImpersonatingAuthenticationProvider extends AuthenticationProvider {
}
