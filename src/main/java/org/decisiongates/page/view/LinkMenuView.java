package org.decisiongates.page.view;

import java.util.List;

/** Ways that unfold below a word. */
public record LinkMenuView(String label, List<LinkView> links) {

    public LinkMenuView {
        links = List.copyOf(links);
    }
}
