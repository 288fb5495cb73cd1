package org.decisiongates.approval;

import java.util.Set;

/** Who is in groups and project roles now. */
public interface ApproverDirectory {

    /** So many members are looked at: of a larger group nobody can tell what a share of it is. */
    int MAX_MEMBERS = 500;

    /** Whether somebody is in a group; nobody is in one that is gone. */
    boolean isInGroup(String userKey, String group);

    /** Whether somebody has a role in a project; nobody has one that is gone. */
    boolean isInRole(String userKey, String roleId, long projectId);

    /** User keys of active members of a group, at most {@code limit}; none of a group that is gone. */
    Set<String> membersOfGroup(String group, int limit);

    /**
     * User keys of active people who have a role in a project, at most {@code limit}; none of a role that is gone.
     *
     * @param roleId the host's id of the role
     */
    Set<String> membersOfRole(String roleId, long projectId, int limit);
}
