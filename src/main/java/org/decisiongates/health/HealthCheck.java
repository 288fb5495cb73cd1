package org.decisiongates.health;

import java.util.List;

import org.decisiongates.policy.Scope;

/**
 * Looks at one matter. Its work is bounded, whatever the size of the installation; what it throws becomes a finding. Every part of the app
 * brings its own; the keys of its findings begin with its own key and a dot.
 */
public interface HealthCheck {

    /** What it looks at, in kebab case. */
    String key();

    /**
     * What is wrong.
     *
     * @param scope all of the product; or one project, and then only what concerns it and what those may know who administer it alone
     */
    List<HealthFinding> findings(Scope scope);
}
