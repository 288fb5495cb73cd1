package org.decisiongates.store.audit;

import java.util.function.Predicate;

import com.atlassian.activeobjects.external.ActiveObjects;

import org.decisiongates.audit.ErasedPerson;
import org.decisiongates.audit.Erasure;
import org.decisiongates.audit.ErasurePart;

/** What may name people: rows of a table, or settings. */
interface Erasable {

    ErasurePart part();

    Count count(ActiveObjects ao, ErasedPerson person);

    /**
     * Takes the person out of at most so many rows, the oldest first; says of how many.
     *
     * @param onRecord whether a sound record of the erasure of this name is stored
     */
    long erase(ActiveObjects ao, ErasedPerson person, Erasure erasure, Predicate<String> onRecord, long limit);

    /**
     * @param named rows that name the person and can do without
     * @param kept  rows that name the person and could not be read without
     */
    record Count(long named, long kept) {
    }
}
