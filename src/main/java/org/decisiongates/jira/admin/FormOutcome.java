package org.decisiongates.jira.admin;

import java.util.List;

/**
 * The outcome of the form an administrator submitted.
 *
 * @param done     what was done
 * @param refusals why nothing was done
 */
record FormOutcome(List<String> done, List<String> refusals) {

    static FormOutcome done(List<String> sentences) {
        return new FormOutcome(sentences, List.of());
    }

    static FormOutcome refused(List<String> reasons) {
        return new FormOutcome(List.of(), reasons);
    }
}
