package org.decisiongates.jira.takeout;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;

/** Who is meant here by the people that a file of another instance names. */
final class ImportPersonMapping {

    private final Map<String, ApplicationUser> here = new TreeMap<>();

    /** @param names user name here by user name there; empty text for nobody, as for whoever is not there */
    ImportPersonMapping(Map<String, String> names, UserManager users) {
        names.forEach((there, name) -> Optional.of(name).filter(given -> !given.isEmpty()).map(users::getUserByName)
                .ifPresent(user -> here.put(there, user)));
    }

    /** Empty for somebody who is nobody here. */
    Optional<ApplicationUser> of(String there) {
        return Optional.ofNullable(here.get(there));
    }

    /** What somebody is called here; as there where they are nobody here. */
    String nameOf(String there) {
        return of(there).map(ApplicationUser::getUsername).orElse(there);
    }
}
