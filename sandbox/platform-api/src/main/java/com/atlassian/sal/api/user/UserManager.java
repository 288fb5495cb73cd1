package com.atlassian.sal.api.user;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;

public interface UserManager {
    UserProfile getRemoteUser();
    UserKey getRemoteUserKey();
    UserProfile getRemoteUser(HttpServletRequest request);
    UserKey getRemoteUserKey(HttpServletRequest request);
    UserProfile getUserProfile(String username);
    UserProfile getUserProfile(UserKey key);
    boolean isAdmin(UserKey key);
    boolean isSystemAdmin(UserKey key);
    boolean isUserInGroup(UserKey key, String group);
    boolean authenticate(String username, String password);
    Principal resolve(String username) throws UserResolutionException;
}
