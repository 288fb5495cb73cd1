package org.decisiongates.jira.creation;

import java.util.List;

import org.decisiongates.page.view.LinkView;

/**
 * The form, as its template sees it.
 *
 * @param title    what is created, as the button says it
 * @param heading  the same with the issue that it is for
 * @param action   where the form is sent
 * @param issue    key of the issue that another one is created for
 * @param back     leads to that issue
 * @param messages what is wrong with the whole
 * @param existing leads to the issue that is there, or was created; none otherwise
 * @param note     what is said of that issue
 * @param another  key of the issue that was there already, and label of the button for another one; empty text where none is offered
 * @param begun    whether the inputs are as the form begins; after it was sent they are as somebody typed them
 * @param inputs   what is asked; none where one was created, and where nobody can create one from here, which {@code messages} explain
 * @param legend   what the inputs of {@code additional} are about
 * @param additional  what is asked in addition, in some cases; none where there is nothing
 */
public record CreationFormView(String tokenName, String tokenValue, String title, String heading, String action, String issue,
        LinkView back,
        List<String> messages, List<LinkView> existing, String note, CreationOptionView another, boolean begun,
        List<CreationInputView> inputs, String legend, List<CreationInputView> additional) {

    public CreationFormView {
        messages = List.copyOf(messages);
        existing = List.copyOf(existing);
        inputs = List.copyOf(inputs);
        additional = List.copyOf(additional);
    }
}
