package org.decisiongates.store.audit;

import java.util.Arrays;
import java.util.function.Predicate;

import com.atlassian.activeobjects.external.ActiveObjects;
import net.java.ao.Query;

import org.decisiongates.audit.ErasedPerson;
import org.decisiongates.audit.Erasure;
import org.decisiongates.audit.ErasurePart;
import org.decisiongates.store.digest.DigestRow;

/** Digests: that a person gets one is removed, since nobody else has to do with it. */
final class ErasableDigests implements Erasable {

    @Override
    public ErasurePart part() {
        return ErasurePart.DIGESTS;
    }

    @Override
    public Count count(ActiveObjects ao, ErasedPerson person) {
        return new Count(rows(ao, person).length, 0);
    }

    @Override
    public long erase(ActiveObjects ao, ErasedPerson person, Erasure erasure, Predicate<String> onRecord, long limit) {
        return ao.executeInTransaction(() -> {
            DigestRow[] some = Arrays.stream(rows(ao, person)).limit(limit).toArray(DigestRow[]::new);
            ao.delete(some);
            return (long) some.length;
        });
    }

    private static DigestRow[] rows(ActiveObjects ao, ErasedPerson person) {
        return ao.find(DigestRow.class, Query.select().where("PERSON_KEY = ?", person.key()));
    }
}
