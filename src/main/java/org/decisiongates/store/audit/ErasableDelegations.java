package org.decisiongates.store.audit;

import java.util.Arrays;
import java.util.function.Predicate;

import com.atlassian.activeobjects.external.ActiveObjects;
import net.java.ao.Query;

import org.decisiongates.audit.ErasedPerson;
import org.decisiongates.audit.Erasure;
import org.decisiongates.audit.ErasurePart;
import org.decisiongates.store.approval.DelegationRow;

/** Delegations by and to a person are removed: nobody stands in for who is erased, and what was approved says so itself. */
final class ErasableDelegations implements Erasable {

    @Override
    public ErasurePart part() {
        return ErasurePart.DELEGATIONS;
    }

    @Override
    public Count count(ActiveObjects ao, ErasedPerson person) {
        return new Count(rows(ao, person).length, 0);
    }

    @Override
    public long erase(ActiveObjects ao, ErasedPerson person, Erasure erasure, Predicate<String> onRecord, long limit) {
        return ao.executeInTransaction(() -> {
            DelegationRow[] some = Arrays.stream(rows(ao, person)).limit(limit).toArray(DelegationRow[]::new);
            ao.delete(some);
            return (long) some.length;
        });
    }

    private static DelegationRow[] rows(ActiveObjects ao, ErasedPerson person) {
        return ao.find(DelegationRow.class,
                Query.select().where("APPROVER_KEY = ? OR DELEGATE_KEY = ?", person.key(), person.key()).order(DelegationRow.ID));
    }
}
