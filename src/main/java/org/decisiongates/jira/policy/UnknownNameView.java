package org.decisiongates.jira.policy;

import java.util.List;

import org.decisiongates.jira.gate.ChoiceView;

/**
 * A name of an import that this Jira does not have, or has several times.
 *
 * @param question   what is not known, and what is asked
 * @param inputName  name of the input that says what is meant
 * @param value      what the input holds when nothing can be chosen
 * @param candidates what may be meant
 * @param first      whether it is the first that is asked, which gets the focus: the form is far down the page
 */
public record UnknownNameView(String question, String inputName, String value, List<ChoiceView> candidates, boolean first) {

    public UnknownNameView {
        candidates = List.copyOf(candidates);
    }
}
