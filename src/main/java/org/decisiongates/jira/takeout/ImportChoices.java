package org.decisiongates.jira.takeout;

import java.util.Map;

/**
 * What somebody chooses who imports a file that was checked.
 *
 * @param people         user names here by those there, where they are not the same; empty text for nobody
 * @param includeSecured whether issues are created that had a security level there
 */
record ImportChoices(Map<String, String> people, boolean includeSecured) {

    ImportChoices {
        people = Map.copyOf(people);
    }
}
