package org.decisiongates.sandbox.confluence.storage;

import java.util.Optional;

/** What a page body cannot know by itself: what its macros produce and where its links lead. */
public interface Surroundings {

    /** The HTML of a macro, put into the page as it is. */
    String macro(MacroCall call);

    /** Address of a page by title, in that space or else in this page's own; empty when there is none the viewer may see. */
    Optional<String> pageHref(String spaceKey, String title);

    /** Address of a space. */
    String spaceHref(String spaceKey);

    /** What people call the user with that key. */
    Optional<String> personName(String userKey);

    /** The name that the user with that key logs in with. */
    Optional<String> loginName(String userKey);
}
