package org.decisiongates.confluence.summary;

import java.util.List;

import org.decisiongates.page.view.LinkView;

/** What stands on the page when there is no summary: what is the matter, and what to do about it. */
public final class SummaryNoticeView {

    private final String title;
    private final String text;
    private final List<String> problems;
    private final String step;
    private final List<LinkView> links;

    SummaryNoticeView(String title, String text, List<String> problems, String step, List<LinkView> links) {
        this.title = title;
        this.text = text;
        this.problems = List.copyOf(problems);
        this.step = step;
        this.links = List.copyOf(links);
    }

    public String getTitle() {
        return title;
    }

    public String getText() {
        return text;
    }

    /** What is wrong in detail, when it is more than one thing. */
    public List<String> getProblems() {
        return problems;
    }

    /** What the reader can do next. */
    public String getStep() {
        return step;
    }

    /** Where the reader can do it; none when there is no such place, or the output is not a page. */
    public List<LinkView> getLinks() {
        return links;
    }
}
