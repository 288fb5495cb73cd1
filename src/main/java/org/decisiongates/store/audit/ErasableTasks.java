package org.decisiongates.store.audit;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import com.atlassian.activeobjects.external.ActiveObjects;
import net.java.ao.Query;

import org.decisiongates.audit.ErasedPerson;
import org.decisiongates.audit.Erasure;
import org.decisiongates.audit.ErasurePart;
import org.decisiongates.json.JsonStrings;
import org.decisiongates.store.task.AoTasks;
import org.decisiongates.store.task.BackgroundTaskRow;
import org.decisiongates.text.Abbreviation;

/**
 * Background tasks. They are no evidence and live a week: one that is over and names the person is removed with what came of it, because a
 * name may stand across the end of a piece, and what is left of a result would have to be read again. One that is not over stays, without
 * the parts of its result where they name the person: whoever reads the result then is told that it cannot be read.
 */
final class ErasableTasks implements Erasable {

    private static final int PAGE = 100;

    @Override
    public ErasurePart part() {
        return ErasurePart.TASKS;
    }

    @Override
    public Count count(ActiveObjects ao, ErasedPerson person) {
        long[] named = {0};
        forEach(ao, row -> {
            named[0] += isNamed(ao, row, person) ? 1 : 0;
            return true;
        });
        return new Count(named[0], 0);
    }

    @Override
    public long erase(ActiveObjects ao, ErasedPerson person, Erasure erasure, Predicate<String> onRecord, long limit) {
        long[] done = {0};
        forEach(ao, row -> {
            if (done[0] < limit && isNamed(ao, row, person)) {
                erase(ao, row, person);
                done[0]++;
            }
            return done[0] < limit;
        });
        return done[0];
    }

    /** While {@code next} wants more, in the order in which they were started. */
    private static void forEach(ActiveObjects ao, Predicate<BackgroundTaskRow> next) {
        long after = 0;
        List<BackgroundTaskRow> found;
        do {
            Query page = Query.select().where("ID > ?", after).order("ID").limit(PAGE);
            found = List.of(ao.find(BackgroundTaskRow.class, page));
            for (BackgroundTaskRow row : found) {
                after = row.getID();
                if (!next.test(row)) {
                    return;
                }
            }
        } while (found.size() == PAGE);
    }

    private static boolean isNamed(ActiveObjects ao, BackgroundTaskRow row, ErasedPerson person) {
        return row.getOwnerKey().equals(person.key()) || isIn(row.getTitle(), person) || isIn(row.getFault(), person)
                || isInResult(ao, row, person);
    }

    /** Only what is over has a result; parts of one are stored before. */
    private static boolean isInResult(ActiveObjects ao, BackgroundTaskRow row, ErasedPerson person) {
        AoTasks tasks = new AoTasks(ao);
        return row.getEndedMillis() != null && isInResult(tasks.result(row.getTaskKey()), person) || isInParts(tasks, row, person);
    }

    private static boolean isInParts(AoTasks tasks, BackgroundTaskRow row, ErasedPerson person) {
        int parts = tasks.parts(row.getTaskKey());
        for (int number = 0; number < parts; number++) {
            if (isInResult(tasks.part(row.getTaskKey(), number), person)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isIn(String text, ErasedPerson person) {
        return text != null && !person.withoutNames(text).equals(text);
    }

    private static boolean isInResult(String result, ErasedPerson person) {
        boolean[] named = {isIn(result, person)};
        try {
            JsonStrings.changed(result, (path, text, isName) -> {
                named[0] |= isIn(text, person) || text.equals(person.key()) && !isName;
                return text;
            });
        } catch (IllegalArgumentException e) {
            return named[0];
        }
        return named[0];
    }

    private static void erase(ActiveObjects ao, BackgroundTaskRow row, ErasedPerson person) {
        ao.executeInTransaction(() -> {
            AoTasks tasks = new AoTasks(ao);
            if (row.getEndedMillis() != null) {
                tasks.remove(row.getTaskKey());
                return null;
            }
            if (isInParts(tasks, row, person)) {
                tasks.removeParts(row.getTaskKey());
            }
            row.setOwnerKey(person.withoutKey(row.getOwnerKey()));
            row.setTitle(Optional.ofNullable(row.getTitle()).map(person::withoutNames).orElse(null));
            row.setFault(Optional.ofNullable(row.getFault())
                    .map(fault -> Abbreviation.cut(person.withoutNames(fault), BackgroundTaskRow.TEXT_LENGTH)).orElse(null));
            row.save();
            return null;
        });
    }
}
