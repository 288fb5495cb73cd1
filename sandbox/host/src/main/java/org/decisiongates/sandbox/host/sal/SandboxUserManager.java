package org.decisiongates.sandbox.host.sal;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import com.atlassian.sal.api.user.UserKey;
import com.atlassian.sal.api.user.UserProfile;

import org.decisiongates.sandbox.host.Box;
import org.decisiongates.sandbox.host.SandboxPrincipal;
import org.decisiongates.sandbox.host.Strict;

/** SAL's view of the product's people. */
public record SandboxUserManager(Box box) {

    public UserProfile getRemoteUser() {
        return profile(box.currentUser().key().flatMap(box.users()::byKey));
    }

    public UserKey getRemoteUserKey() {
        return box.currentUser().key().map(UserKey::new).orElse(null);
    }

    public UserProfile getUserProfile(String username) {
        return profile(username == null ? Optional.empty() : box.users().byName(username));
    }

    /** Jira's own login count is not touched: nothing says that it is. */
    public boolean authenticate(String username, String password) {
        return username != null && password != null && box.users().authenticates(username, password);
    }

    public boolean isAdmin(UserKey key) {
        return key != null && box.users().isAdmin(key.getStringValue());
    }

    public boolean isLicensed(UserKey key) {
        return key != null && box.users().isLicensed(key.getStringValue());
    }

    public boolean isSystemAdmin(UserKey key) {
        return key != null && box.users().isSystemAdmin(key.getStringValue());
    }

    private static UserProfile profile(Optional<SandboxPrincipal> user) {
        return user.map(one -> Strict.of(UserProfile.class, new Profile(one))).orElse(null);
    }

    /** One person. */
    public record Profile(SandboxPrincipal user) {

        public String getUsername() {
            return user.name();
        }

        /** Below the base address: the interface promises no more, and the less convenient form has no context path. */
        public URI getProfilePictureUri(int width, int height) {
            return URI.create("/secure/useravatar?size=" + width + "x" + height + "&ownerId=" + encoded(user.key()));
        }

        public URI getProfilePageUri() {
            return URI.create("/secure/ViewProfile.jspa?name=" + encoded(user.name()));
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }
}
