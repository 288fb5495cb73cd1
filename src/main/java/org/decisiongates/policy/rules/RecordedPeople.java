package org.decisiongates.policy.rules;

import java.util.Optional;

import org.decisiongates.issue.IssueView;
import org.decisiongates.issue.Person;

/** People whom records name by their user keys. */
final class RecordedPeople {

    private RecordedPeople() {
    }

    /** The person with this key who can still log in. */
    static Optional<Person> active(IssueView issue, Optional<String> userKey) {
        return userKey.flatMap(issue::personWithKey).filter(Person::active);
    }
}
