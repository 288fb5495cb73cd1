package com.atlassian.applinks.api.auth.types;

import com.atlassian.applinks.api.auth.ImpersonatingAuthenticationProvider;

public interface OAuthAuthenticationProvider extends ImpersonatingAuthenticationProvider {
}
