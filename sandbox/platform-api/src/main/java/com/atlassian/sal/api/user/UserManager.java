package com.atlassian.sal.api.user;

public interface UserManager {
    boolean authenticate(String username, String password);
    UserProfile getRemoteUser();
    UserKey getRemoteUserKey();
    UserProfile getUserProfile(String username);
    boolean isAdmin(UserKey key);
    boolean isLicensed(UserKey key);
    boolean isSystemAdmin(UserKey key);
}
