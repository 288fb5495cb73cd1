package org.decisiongates.confluence.summary;

import java.util.List;

/** What the macro is for and how it is used, as the help page shows it. */
public final class HelpView {

    private final String title;
    private final String text;
    private final List<HelpSectionView> sections;

    HelpView(String title, String text, List<HelpSectionView> sections) {
        this.title = title;
        this.text = text;
        this.sections = List.copyOf(sections);
    }

    public String getTitle() {
        return title;
    }

    public String getText() {
        return text;
    }

    public List<HelpSectionView> getSections() {
        return sections;
    }
}
