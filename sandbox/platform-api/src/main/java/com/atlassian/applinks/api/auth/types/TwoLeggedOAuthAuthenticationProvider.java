package com.atlassian.applinks.api.auth.types;

import com.atlassian.applinks.api.auth.NonImpersonatingAuthenticationProvider;

public interface TwoLeggedOAuthAuthenticationProvider extends NonImpersonatingAuthenticationProvider {
}
