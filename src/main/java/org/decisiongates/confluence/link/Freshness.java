package org.decisiongates.confluence.link;

/** How new the answer has to be. */
enum Freshness {
    /** A copy will do. */
    CACHED,
    /** How it stands now: Jira is asked again. */
    NEW
}
