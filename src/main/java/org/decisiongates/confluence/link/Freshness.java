package org.decisiongates.confluence.link;

/** How new an answer somebody wants. */
enum Freshness {
    /** A copy will do. */
    CACHED,
    /** How it stands now: Jira is asked again. */
    NEW
}
