package org.decisiongates.text.content;

/**
 * What has been read of a text so far, line by line: without empty lines, headings that claim nothing, and header cells. A heading that
 * claims something in few words stays until a line below it says something.
 */
final class RenderedLines {

    private final StringBuilder shown;
    private int line;
    private int rowBefore = -1;
    private int bareHeading = -1;
    private int behindBareHeading;
    private final boolean withHeadings;
    private boolean heading;
    private boolean elementIsHeading;
    private boolean row;
    private boolean headerCell;

    RenderedLines(int length, boolean withHeadings) {
        shown = new StringBuilder(length);
        this.withHeadings = withHeadings;
    }

    void show(char character) {
        if (!headerCell) {
            shown.append(character);
        }
    }

    void showCodePoint(int character) {
        if (!headerCell) {
            shown.appendCodePoint(character);
        }
    }

    void show(CharSequence text, int from, int to) {
        if (!headerCell) {
            shown.append(text, from, to);
        }
    }

    /** Another cell of a row begins. */
    void beginCell(boolean header) {
        headerCell = header;
        show(RenderedText.CELL);
    }

    void beginRow() {
        row = true;
    }

    boolean isRow() {
        return row;
    }

    /** The line is a heading. */
    void beginHeading() {
        heading = true;
    }

    /** An element begins or ends all of whose lines are headings. */
    void headingElement(boolean begins) {
        endLine();
        elementIsHeading = begins;
        heading = begins;
    }

    /** Takes back the row that turned out to be the header of a table. */
    void takeBackHeader() {
        shown.setLength(rowBefore >= 0 ? rowBefore : line);
        line = shown.length();
    }

    void endLine() {
        boolean bare = false;
        if (heading && !withHeadings && !Headings.isClaim(shown, line, shown.length())) {
            bare = Headings.claimsByItself(shown, line, shown.length());
            shown.setLength(bare ? shown.length() : line);
        } else if (bareHeading >= 0 && WordMatcher.skipTo(shown, line, shown.length()) < shown.length()) {
            takeBackHeading();
        }
        rowBefore = row ? line : -1;
        if (shown.length() > line) {
            shown.append('\n');
        }
        if (heading) {
            bareHeading = bare ? line : -1;
            behindBareHeading = shown.length();
        }
        line = shown.length();
        heading = elementIsHeading;
        row = false;
        headerCell = false;
    }

    /** Takes back the heading above, since what it is the heading of follows. */
    private void takeBackHeading() {
        shown.delete(bareHeading, behindBareHeading);
        line -= behindBareHeading - bareHeading;
        bareHeading = -1;
    }

    CharSequence text() {
        return shown;
    }
}
