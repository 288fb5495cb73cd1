package com.atlassian.applinks.api.auth;

public interface Anonymous extends NonImpersonatingAuthenticationProvider {
}
