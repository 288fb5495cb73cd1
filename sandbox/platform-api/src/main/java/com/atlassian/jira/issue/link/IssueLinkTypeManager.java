package com.atlassian.jira.issue.link;

import java.util.Collection;

public interface IssueLinkTypeManager {
    void createIssueLinkType(String name, String outward, String inward, String style);
    Collection<IssueLinkType> getIssueLinkTypes();
    Collection<IssueLinkType> getIssueLinkTypes(boolean excludeSystemLinks);
    Collection<IssueLinkType> getIssueLinkTypesByName(String name);
    IssueLinkType getIssueLinkType(Long id);
    void updateIssueLinkType(IssueLinkType type, String name, String outward, String inward);
    void removeIssueLinkType(Long id);
}
