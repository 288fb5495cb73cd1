package org.decisiongates.page;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.decisiongates.page.view.LinkView;
import org.decisiongates.page.view.MarkView;
import org.decisiongates.summary.WeeklySummary;

/**
 * How much of a summary is shown, where, and what the host adds to it.
 *
 * @param executive whether it must fit on one screen
 * @param surface   what it is shown on
 * @param parts     which parts; the headline is always there
 * @param rows      rows of a table, 1 to {@link WeeklySummary#MAX_ROWS}
 * @param browse    address of the host's issue pages, ending in {@code /browse/}; anything but an address leads nowhere
 * @param links     where else the reader can go from here
 * @param notes     what must be known before the rest is believed, the host's notes first
 * @param copy      whether it is a copy that could not be refreshed
 * @param title     what it is called here; empty for the name of what it is about
 * @param owned     address of the same week with one owner's items only, by the owner's name; empty for none
 * @param people    where the host shows a person, by user name
 */
public record RenderOptions(boolean executive, Surface surface, Set<SummarySection> parts, int rows, String browse, List<LinkView> links,
        List<MarkView> notes, boolean copy, String title, UnaryOperator<String> owned, Function<String, PersonProfileLinks> people) {

    /** With a line a row, as many as leave room for everything else on a screen of 800 pixels; weekly-summary.css counts with them. */
    private static final int EXECUTIVE_ROWS = 5;
    private static final int LINES_OF_A_NOTE = 2;
    private static final int EXECUTIVE_NUMBERS = 2;
    private static final int EXECUTIVE_DECISIONS = 2;
    private static final int EXECUTIVE_ACTIONS = 3;

    public RenderOptions {
        parts = Set.copyOf(parts);
        links = List.copyOf(links);
        notes = List.copyOf(notes);
        rows = Math.min(Math.max(1, rows), WeeklySummary.MAX_ROWS);
    }

    /** Under the name of what it is about. */
    public RenderOptions(boolean executive, Surface surface, Set<SummarySection> parts, int rows, String browse, List<LinkView> links,
            List<MarkView> notes, boolean copy) {
        this(executive, surface, parts, rows, browse, links, notes, copy, "", name -> "", user -> PersonProfileLinks.NONE);
    }

    /** The same under this title. */
    public RenderOptions titled(String another) {
        return new RenderOptions(executive, surface, parts, rows, browse, links, notes, copy, another, owned, people);
    }

    /** The same with a way to the week of each owner. */
    public RenderOptions owning(UnaryOperator<String> addresses) {
        return new RenderOptions(executive, surface, parts, rows, browse, links, notes, copy, title, addresses, people);
    }

    /** The same with where people are shown. */
    public RenderOptions introducing(Function<String, PersonProfileLinks> places) {
        return new RenderOptions(executive, surface, parts, rows, browse, links, notes, copy, title, owned, places);
    }

    /** Everything, on a page of the host whose issues lie below {@code browse}. */
    public static RenderOptions whole(String browse) {
        return new RenderOptions(false, Surface.PAGE, SummarySection.all(), WeeklySummary.MAX_ROWS, browse, List.of(), List.of(), false);
    }

    boolean shows(SummarySection part) {
        return parts.contains(part) && (!executive || SummarySection.EXECUTIVE.contains(part));
    }

    /** With these notes, too, after the host's own. */
    RenderOptions noting(List<MarkView> more) {
        return new RenderOptions(executive, surface, parts, rows, browse, links, Stream.concat(notes.stream(), more.stream()).toList(),
                copy, title, owned, people);
    }

    /** How many rows the table of a part takes: on one screen notes take the room of Blockers, and further ones of actions. */
    int most(SummarySection part) {
        if (!executive) {
            return rows;
        }
        return Math.min(rows, switch (part) {
            case MOVEMENT -> EXECUTIVE_NUMBERS;
            case CLOSURES -> EXECUTIVE_DECISIONS;
            case ACTIONS -> Math.min(EXECUTIVE_ACTIONS, Math.max(1, EXECUTIVE_ACTIONS + 1 - notes.size()));
            default -> Math.max(1, EXECUTIVE_ROWS - LINES_OF_A_NOTE * notes.size());
        });
    }
}
