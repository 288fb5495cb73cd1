package org.decisiongates.page.view;

import java.util.List;

/** A weekly summary as a page shows it, every text in the reader's language and every time in the project's zone. */
public final class WeekView {

    private final Head head;
    private final List<TileView> tiles;
    private final List<SectionView> sections;

    public WeekView(Head head, List<TileView> tiles, List<SectionView> sections) {
        this.head = head;
        this.tiles = List.copyOf(tiles);
        this.sections = List.copyOf(sections);
    }

    /** How much is shown, as part of a style class: {@code full}, {@code executive}. */
    public String getMode() {
        return head.mode;
    }

    /** What the summary is about. */
    public String getTitle() {
        return head.title;
    }

    public List<MarkView> getMarks() {
        return head.marks;
    }

    /** Which week it is and when it holds; empty where output must not change from one rendering to the next. */
    public List<String> getFacts() {
        return head.facts;
    }

    public List<LinkView> getLinks() {
        return head.links;
    }

    /** What a reader must know before he believes the rest. */
    public List<MarkView> getNotes() {
        return head.notes;
    }

    public String getHeadline() {
        return head.headline;
    }

    public List<TileView> getTiles() {
        return tiles;
    }

    public List<SectionView> getSections() {
        return sections;
    }

    /** What stands above the sections. */
    public record Head(String mode, String title, List<MarkView> marks, List<String> facts, List<LinkView> links, List<MarkView> notes,
            String headline) {

        public Head {
            marks = List.copyOf(marks);
            facts = List.copyOf(facts);
            links = List.copyOf(links);
            notes = List.copyOf(notes);
        }
    }
}
