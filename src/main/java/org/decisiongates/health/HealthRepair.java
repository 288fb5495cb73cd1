package org.decisiongates.health;

import java.util.Optional;

import org.decisiongates.text.Message;

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

    /** What an administrator may choose though nothing is wrong; empty while there is nothing to choose. */
    default Optional<Offer> offer() {
        return Optional.empty();
    }

    /**
     * How things are, and what a button does about it.
     *
     * @param what   how they are
     * @param button what the button says
     */
    record Offer(Message what, Message button) {
    }
}
