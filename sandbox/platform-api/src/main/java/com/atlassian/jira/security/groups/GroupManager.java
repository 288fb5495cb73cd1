package com.atlassian.jira.security.groups;

import java.util.Collection;

import com.atlassian.crowd.embedded.api.Group;
import com.atlassian.jira.user.ApplicationUser;

public interface GroupManager {
    Group getGroup(String groupName);

    Collection<ApplicationUser> getUsersInGroup(Group group);

    boolean isUserInGroup(ApplicationUser user, String groupName);
}
