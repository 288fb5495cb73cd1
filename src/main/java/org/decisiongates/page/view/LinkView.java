package org.decisiongates.page.view;

/** A way to another page. */
public final class LinkView {

    private final String text;
    private final String href;
    private final String name;

    /** @param name what the link is for, as part of a style class: {@code issue}, {@code refresh} */
    public LinkView(String text, String href, String name) {
        this.text = text;
        this.href = href;
        this.name = name;
    }

    public String getText() {
        return text;
    }

    public String getHref() {
        return href;
    }

    public String getName() {
        return name;
    }
}
