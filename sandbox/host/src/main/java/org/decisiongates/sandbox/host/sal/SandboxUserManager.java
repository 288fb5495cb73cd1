package org.decisiongates.sandbox.host.sal;

import com.atlassian.sal.api.user.UserKey;
import com.atlassian.sal.api.user.UserProfile;
import com.atlassian.sal.api.user.UserResolutionException;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;
import org.decisiongates.sandbox.host.Box;
import org.decisiongates.sandbox.host.SandboxPrincipal;
import org.decisiongates.sandbox.host.Strict;

/** SAL's view of the product's people. */
public record SandboxUserManager(Box box) {

    public UserProfile getRemoteUser() {
        return box.currentUser().key().map(key -> getUserProfile(new UserKey(key))).orElse(null);
    }

    public UserKey getRemoteUserKey() {
        return box.currentUser().key().map(UserKey::new).orElse(null);
    }

    public UserProfile getRemoteUser(HttpServletRequest request) {
        return getRemoteUser();
    }

    public UserKey getRemoteUserKey(HttpServletRequest request) {
        return getRemoteUserKey();
    }

    public UserProfile getUserProfile(String username) {
        return profile(username == null ? Optional.empty() : box.users().byName(username));
    }

    public UserProfile getUserProfile(UserKey key) {
        return profile(key == null ? Optional.empty() : box.users().byKey(key.getStringValue()));
    }

    public boolean isAdmin(UserKey key) {
        return key != null && box.users().isAdmin(key.getStringValue());
    }

    public boolean isSystemAdmin(UserKey key) {
        return key != null && box.users().isSystemAdmin(key.getStringValue());
    }

    public boolean isUserInGroup(UserKey key, String group) {
        return key != null && box.users().groups(key.getStringValue()).contains(group);
    }

    public boolean authenticate(String username, String password) {
        return box.users().authenticates(username, password);
    }

    public Principal resolve(String username) throws UserResolutionException {
        Optional<SandboxPrincipal> found = box.users().byName(username);
        return found.<Principal>map(user -> user::name).orElse(null);
    }

    private static UserProfile profile(Optional<SandboxPrincipal> user) {
        return user.map(one -> Strict.of(UserProfile.class, new Profile(one))).orElse(null);
    }

    /** One person. */
    public record Profile(SandboxPrincipal user) {

        public UserKey getUserKey() {
            return new UserKey(user.key());
        }

        public String getUsername() {
            return user.name();
        }

        public String getFullName() {
            return user.displayName();
        }

        public String getEmail() {
            return user.email();
        }
    }
}
