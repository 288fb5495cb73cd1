package org.decisiongates.page.view;

import java.util.List;

/** Ways that unfold below a word. */
public record MenuView(String label, List<LinkView> links) {

    public MenuView {
        links = List.copyOf(links);
    }
}
