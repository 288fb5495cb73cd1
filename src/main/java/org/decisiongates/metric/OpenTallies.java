package org.decisiongates.metric;

import java.util.Optional;

/**
 * What is known of all that is open where only some of it is listed.
 *
 * @param blockers  empty where nothing is known, and where all is listed
 * @param decisions the same
 */
public record OpenTallies(Optional<OpenTally> blockers, Optional<OpenTally> decisions) {

    public static final OpenTallies NONE = new OpenTallies(Optional.empty(), Optional.empty());
}
