package com.atlassian.sal.api.auth;

import com.atlassian.sal.api.user.UserRole;
import java.net.URI;

public interface LoginUriProvider {
    URI getLoginUri(URI returnUri);
    URI getLoginUriForRole(URI returnUri, UserRole role);
}
