package org.decisiongates.sandbox.jira.web.frame;

/** One page: shown by GET, which changes nothing, and for forms submitted by POST. */
public interface Page {

    default Answer show(Visit visit) {
        throw Stop.wrongMethod();
    }

    default Answer submit(Visit visit) {
        throw Stop.wrongMethod();
    }
}
