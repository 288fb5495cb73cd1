package org.decisiongates.policy;

import java.util.OptionalLong;

/**
 * Where a policy is in force.
 *
 * @param project the host's id of the one project; empty for all
 */
public record Scope(OptionalLong project) {

    /** All projects. */
    public static final Scope GLOBAL = new Scope(OptionalLong.empty());

    /** One project. */
    public static Scope of(long projectId) {
        return new Scope(OptionalLong.of(projectId));
    }

    public boolean isGlobal() {
        return project.isEmpty();
    }
}
