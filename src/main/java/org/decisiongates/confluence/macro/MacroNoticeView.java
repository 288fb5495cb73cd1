package org.decisiongates.confluence.macro;

import java.util.List;

import org.decisiongates.page.view.LinkView;

/**
 * What stands on the page of a macro when there is nothing to show: what is the matter, and what to do about it.
 *
 * @param problems what is wrong in detail, when it is more than one thing
 * @param step     what the reader can do next
 * @param links    where the reader can do it; none when there is no such place, or the output is not a page
 */
public record MacroNoticeView(String title, String text, List<String> problems, String step, List<LinkView> links) {

    public MacroNoticeView {
        problems = List.copyOf(problems);
        links = List.copyOf(links);
    }
}
