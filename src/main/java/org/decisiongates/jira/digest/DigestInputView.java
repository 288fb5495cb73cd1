package org.decisiongates.jira.digest;

import java.util.List;

/**
 * An input of the page of digests.
 *
 * @param value   what is in it; empty text where it is chosen
 * @param choices what there is to choose from; none where it is typed
 * @param error   what is wrong with it; empty text for nothing
 */
public record DigestInputView(String value, List<DigestChoiceView> choices, String error) {

    public DigestInputView {
        choices = List.copyOf(choices);
    }
}
