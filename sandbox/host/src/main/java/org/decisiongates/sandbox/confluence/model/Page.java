package org.decisiongates.sandbox.confluence.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A page in one of its versions.
 *
 * @param parent  id of the page above it
 * @param creator key of whoever made the first version
 * @param author  key of whoever made this version
 * @param body    storage format
 */
public record Page(long id, long spaceId, String spaceKey, Optional<Long> parent, String title, int version, String creator,
        Instant created, String author, Instant updated, String comment, String body) {

    /** Whether nobody has saved it since it was created. */
    public boolean isFirst() {
        return version == 1;
    }
}
