package org.decisiongates.waiver;

import java.util.Optional;

/** Groups and project roles, and who is in them now. */
public interface GroupAndRoleMembership {

    /** Whether the user is in the group; false for a group or a user that is gone. */
    boolean isInGroup(String userKey, String group);

    /**
     * Whether the user has the role in the project; false for a role or a user that is gone.
     *
     * @param roleId the host's id of the role
     */
    boolean isInRole(String userKey, String roleId, long projectId);

    /** What the project role is called; empty for one that is gone. */
    Optional<String> roleName(String roleId);
}
