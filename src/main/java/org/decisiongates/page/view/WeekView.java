package org.decisiongates.page.view;

import java.util.List;
import java.util.stream.Stream;

/**
 * A weekly summary as a page shows it, every text in the reader's language and every time in the project's zone.
 *
 * @param mode   how much is shown, as part of a style class: {@code full}, {@code executive}
 * @param title  what the summary is about
 * @param week   which week it is; empty where output must not change from one rendering to the next
 * @param marks  whether it can still change
 * @param moment when it holds; empty where {@code week} is
 * @param menus  further ways, by what they are of; each has some
 * @param notes  what a reader must know before believing the rest
 */
public record WeekView(String mode, String title, String week, List<MarkView> marks, String moment, List<LinkView> links,
        List<LinkMenuView> menus, List<MarkView> notes, String headline, List<TileView> tiles, List<SectionView> sections) {

    public WeekView {
        marks = List.copyOf(marks);
        links = List.copyOf(links);
        menus = List.copyOf(menus);
        notes = List.copyOf(notes);
        tiles = List.copyOf(tiles);
        sections = List.copyOf(sections);
    }

    /** The same with more parts at its end. */
    public WeekView with(List<SectionView> more) {
        return new WeekView(mode, title, week, marks, moment, links, menus, notes, headline, tiles,
                Stream.concat(sections.stream(), more.stream()).toList());
    }
}
