package com.atlassian.jira.security.groups;

import com.atlassian.crowd.embedded.api.Group;
import com.atlassian.jira.user.ApplicationUser;
import java.util.Collection;

public interface GroupManager {
    Group getGroup(String name);
    boolean isUserInGroup(ApplicationUser user, String groupName);
    boolean isUserInGroup(ApplicationUser user, Group group);
    Collection<String> getGroupNamesForUser(ApplicationUser user);
    Collection<ApplicationUser> getUsersInGroup(String name);
    Collection<Group> getAllGroups();
    boolean groupExists(String name);
}
