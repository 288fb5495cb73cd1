package org.decisiongates.policy;

import java.util.List;

import org.decisiongates.issue.Field;

/**
 * Where the approvers of a requirement come from: everybody whom any of these names.
 *
 * @param people user keys
 * @param groups names of groups
 * @param roles  the host's ids of project roles
 * @param fields fields of the issue that name people
 */
public record ApproverSources(List<String> people, List<String> groups, List<String> roles, List<Field> fields) {

    public ApproverSources {
        people = List.copyOf(people);
        groups = List.copyOf(groups);
        roles = List.copyOf(roles);
        fields = List.copyOf(fields);
    }

    /** Whether nobody is named, whatever the issue. */
    public boolean isEmpty() {
        return people.isEmpty() && groups.isEmpty() && roles.isEmpty() && fields.isEmpty();
    }

    /** Whether nobody is named but the owner of the issue. */
    boolean isOwnerOnly() {
        return people.isEmpty() && groups.isEmpty() && roles.isEmpty() && fields.equals(List.of(Field.OWNER));
    }
}
