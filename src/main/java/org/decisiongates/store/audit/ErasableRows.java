package org.decisiongates.store.audit;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Predicate;

import com.atlassian.activeobjects.external.ActiveObjects;
import net.java.ao.Query;
import net.java.ao.RawEntity;

import org.decisiongates.audit.ErasedPerson;
import org.decisiongates.audit.Erasure;
import org.decisiongates.audit.ErasurePart;

/**
 * Rows that are removed with a person, since nothing is left of them without that person.
 *
 * @param query finds the rows of a person
 */
record ErasableRows<R extends RawEntity<Long>>(ErasurePart part, Class<R> type, Function<ErasedPerson, Query> query) implements Erasable {

    @Override
    public Count count(ActiveObjects ao, ErasedPerson person) {
        return new Count(rows(ao, person).length, 0);
    }

    @Override
    public long erase(ActiveObjects ao, ErasedPerson person, Erasure erasure, Predicate<String> onRecord, long limit) {
        return ao.executeInTransaction(() -> {
            R[] some = Arrays.stream(rows(ao, person)).limit(limit).toArray(this::array);
            ao.delete(some);
            return (long) some.length;
        });
    }

    private R[] rows(ActiveObjects ao, ErasedPerson person) {
        return ao.find(type, query.apply(person));
    }

    @SuppressWarnings("unchecked")
    private R[] array(int length) {
        return (R[]) Array.newInstance(type, length);
    }
}
