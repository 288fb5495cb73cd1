package org.decisiongates.store.audit;

import java.util.List;
import java.util.function.Predicate;

import com.atlassian.activeobjects.external.ActiveObjects;

import org.decisiongates.audit.ErasedPerson;
import org.decisiongates.audit.Erasure;
import org.decisiongates.audit.ErasurePart;
import org.decisiongates.audit.PersonalSettings;

/** Settings that the host keeps: in no table of the app, and erased with its tables. */
record ErasableSettings(List<PersonalSettings> settings) implements Erasable {

    @Override
    public ErasurePart part() {
        return ErasurePart.SETTINGS;
    }

    @Override
    public Count count(ActiveObjects ao, ErasedPerson person) {
        return new Count(settings.stream().mapToLong(some -> some.count(person.key())).sum(), 0);
    }

    @Override
    public long erase(ActiveObjects ao, ErasedPerson person, Erasure erasure, Predicate<String> onRecord, long limit) {
        long erased = 0;
        for (PersonalSettings some : settings) {
            erased += some.erase(person.key(), limit - erased);
        }
        return erased;
    }
}
