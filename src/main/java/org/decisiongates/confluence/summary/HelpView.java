package org.decisiongates.confluence.summary;

import java.util.List;

/** What the macro is for and how it is used, as the help page shows it. */
public record HelpView(String title, String text, List<HelpSectionView> sections) {

    public HelpView {
        sections = List.copyOf(sections);
    }
}
