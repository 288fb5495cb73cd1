package org.decisiongates.confluence.summary;

/** What stands on the page when there is no summary: what is the matter, and what to do about it. */
public final class SummaryNoticeView {

    private final String title;
    private final String text;
    private final String step;
    private final String link;

    SummaryNoticeView(String title, String text, String step, String link) {
        this.title = title;
        this.text = text;
        this.step = step;
        this.link = link;
    }

    public String getTitle() {
        return title;
    }

    public String getText() {
        return text;
    }

    /** What the reader can do next. */
    public String getStep() {
        return step;
    }

    public boolean isLinked() {
        return !link.isEmpty();
    }

    /** Where the reader can do it; empty when there is no such place, or the output is not a page. */
    public String getLink() {
        return link;
    }
}
