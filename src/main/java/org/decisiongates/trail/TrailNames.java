package org.decisiongates.trail;

import java.util.Optional;

/** What people, issues and requirements are called for the reader of a trail. */
public interface TrailNames {

    /** What somebody is called, by their user key. */
    String person(String userKey);

    /**
     * What a linked issue is called.
     *
     * @param id  the host's id
     * @param key its key as it was when it was linked
     * @return empty where the reader may not browse it
     */
    Optional<String> issue(String id, String key);

    /** Name of a requirement by its id, {@code decision/legal}; the id where no policy has it any more. */
    String requirement(String id);
}
