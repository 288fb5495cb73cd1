package com.atlassian.applinks.api;

import com.atlassian.applinks.api.auth.AuthenticationProvider;
import java.net.URI;

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
