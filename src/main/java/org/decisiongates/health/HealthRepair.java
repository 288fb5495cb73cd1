package org.decisiongates.health;

import java.util.Optional;

/** Something that the app mends itself when an administrator of the product asks for it. Findings name it by its key. */
public interface HealthRepair {

    /** What it mends, in kebab case. */
    String key();

    /**
     * Mends whatever is wrong now; harmless to repeat.
     *
     * @return why it could not; empty when it could, or when what it began goes on in the background
     */
    Optional<String> repair();
}
