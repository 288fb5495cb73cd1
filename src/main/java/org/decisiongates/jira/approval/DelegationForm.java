package org.decisiongates.jira.approval;

import java.util.List;

/**
 * Whom somebody wants to stand in, as it was sent.
 *
 * @param delegate user name of who stands in
 * @param first    the first day
 * @param last     the last day
 * @param projects keys of the projects it is for, between commas or spaces; empty for all
 */
record DelegationForm(String delegate, String first, String last, String projects) {

    static final String DELEGATE = "delegate";
    static final String FIRST = "first";
    static final String LAST = "last";
    static final String PROJECTS = "projects";
    /** In the order in which the form has them. */
    static final List<String> INPUTS = List.of(DELEGATE, FIRST, LAST, PROJECTS);
}
