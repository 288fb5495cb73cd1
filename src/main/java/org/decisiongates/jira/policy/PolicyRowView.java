package org.decisiongates.jira.policy;

import java.util.List;

/**
 * A policy in the list.
 *
 * @param address where it is edited; for a project that has none of its own, where one is made of it
 * @param own     whether it can be edited here
 * @param scope   where it is in force, in words
 * @param usedBy  the transitions that name it
 */
public record PolicyRowView(String name, String address, boolean own, String scope, int version, List<String> usedBy) {

    public PolicyRowView {
        usedBy = List.copyOf(usedBy);
    }
}
