package com.atlassian.jira.user.util;

import com.atlassian.crowd.embedded.api.Group;
import com.atlassian.jira.user.ApplicationUser;
import java.util.Collection;
import java.util.Optional;

public interface UserManager {
    ApplicationUser getUserByKey(String key);
    ApplicationUser getUserByName(String username);
    Optional<ApplicationUser> getUserById(Long id);
    Collection<Group> getGroups();
    Group getGroup(String name);
}
