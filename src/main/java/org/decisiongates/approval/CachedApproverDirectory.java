package org.decisiongates.approval;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Remembers who is in groups and roles, so that many issues with the same approvers ask once. For one thread, and one reading. */
public final class CachedApproverDirectory implements ApproverDirectory {

    private final ApproverDirectory directory;
    private final Map<Members, Set<String>> known = new HashMap<>();

    public CachedApproverDirectory(ApproverDirectory directory) {
        this.directory = directory;
    }

    /** @param projectId 0 of a group */
    private record Members(String of, long projectId, int limit) {
    }

    @Override
    public boolean isInGroup(String userKey, String group) {
        return directory.isInGroup(userKey, group);
    }

    @Override
    public boolean isInRole(String userKey, String roleId, long projectId) {
        return directory.isInRole(userKey, roleId, projectId);
    }

    @Override
    public Set<String> membersOfGroup(String group, int limit) {
        return known.computeIfAbsent(new Members(group, 0, limit), any -> directory.membersOfGroup(group, limit));
    }

    @Override
    public Set<String> membersOfRole(String roleId, long projectId, int limit) {
        return known.computeIfAbsent(new Members(roleId, projectId, limit), any -> directory.membersOfRole(roleId, projectId, limit));
    }
}
