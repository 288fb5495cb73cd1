package org.decisiongates.jira.audit;

import java.util.List;

import org.decisiongates.page.view.LinkView;

/**
 * What the verification of a chain found, as the template sees it.
 *
 * @param style how bad it is: of a message of AUI
 * @param texts the finding, then what there is to say about it
 * @param links to the rest of the chain; empty at its end
 */
public record VerificationView(String style, List<String> texts, List<LinkView> links) {

    public VerificationView {
        texts = List.copyOf(texts);
        links = List.copyOf(links);
    }
}
