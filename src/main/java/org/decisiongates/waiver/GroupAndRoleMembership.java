package org.decisiongates.waiver;

/** Which groups and project roles people are in, now. */
public interface GroupAndRoleMembership {

    /** Whether the user is in the group; false for a group or a user that is gone. */
    boolean isInGroup(String userKey, String group);

    /**
     * Whether the user has the role in the project; false for a role or a user that is gone.
     *
     * @param roleId the host's id of the role
     */
    boolean isInRole(String userKey, String roleId, long projectId);
}
