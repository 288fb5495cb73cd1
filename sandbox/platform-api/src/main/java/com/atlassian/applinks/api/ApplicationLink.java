package com.atlassian.applinks.api;

import java.net.URI;

import com.atlassian.applinks.api.auth.AuthenticationProvider;

public interface ApplicationLink extends com.atlassian.applinks.api.PropertySet {
    ApplicationId getId();
    ApplicationType getType();
    String getName();
    URI getDisplayUrl();
    URI getRpcUrl();
    boolean isPrimary();
    boolean isSystem();
    ApplicationLinkRequestFactory createAuthenticatedRequestFactory();
    ApplicationLinkRequestFactory createAuthenticatedRequestFactory(Class<? extends AuthenticationProvider> providerClass);
    ApplicationLinkRequestFactory createImpersonatingAuthenticatedRequestFactory();
    ApplicationLinkRequestFactory createNonImpersonatingAuthenticatedRequestFactory();
}
