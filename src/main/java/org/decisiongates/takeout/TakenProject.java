package org.decisiongates.takeout;

import java.util.List;
import java.util.Map;

/**
 * What the app and its issues tell of a project, as far as whoever takes out may browse it: {@code take-out.json}, whose schema is in
 * docs/reference/take-out.schema.json.
 *
 * @param format  of this document; a reader that knows another one refuses it
 * @param key     of the project
 * @param address of the host, without a slash at its end
 * @param hidden  how many Decisions and Blockers whoever takes out may not browse
 * @param people  everybody who is named, by user name
 */
public record TakenProject(int format, String key, String name, String address, long hidden, Map<String, TakenPerson> people,
        List<TakenIssue> issues) {

    /** What this version writes. */
    public static final int FORMAT = 1;

    public TakenProject {
        issues = List.copyOf(issues);
    }

    /** What people are called; the user name of whoever is gone. */
    public String person(String userName) {
        return people.containsKey(userName) ? people.get(userName).name() : userName;
    }
}
