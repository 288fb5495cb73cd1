package org.decisiongates.sandbox.host;

import java.util.Optional;
import java.util.Set;

/** The people a product knows. Names are what somebody types to log in, keys are what data refers to. */
public interface UserDirectory {

    Optional<SandboxPrincipal> byName(String name);

    Optional<SandboxPrincipal> byKey(String key);

    /** Whether this active user has this password. */
    boolean authenticates(String name, String password);

    boolean isAdmin(String key);

    boolean isSystemAdmin(String key);

    Set<String> groups(String key);

    /** Whether the user may use the product itself: has application access in Jira, may use Confluence. Administrators need not. */
    boolean isLicensed(String key);

    /** Whether anything of the site is shown to people who are not logged in. */
    boolean admitsAnonymous();
}
