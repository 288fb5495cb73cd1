package org.decisiongates.page;

/** What a summary is shown on, as far as it looks different there. */
public enum Surface {
    /** A page in a browser. */
    PAGE,
    /** A document or a message: nothing folds, nothing is drawn, and no style sheet comes along. */
    DOCUMENT,
    /** One of two renderings that are compared: nothing in it depends on the time it is made. */
    COMPARISON
}
