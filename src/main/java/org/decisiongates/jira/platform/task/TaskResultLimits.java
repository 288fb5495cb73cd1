package org.decisiongates.jira.platform.task;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.task.BackgroundTask;
import org.decisiongates.task.Tasks;

/**
 * Bounds what is kept of tasks whose results are large, in number and in size, for each person and for all of them together. The oldest
 * go; what is under way is counted and stays.
 */
@JiraComponent
public class TaskResultLimits {

    private final Tasks tasks;
    private final Clock clock;

    public TaskResultLimits(Tasks tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * How much is kept of a kind.
     *
     * @param ofPerson     how many tasks of one person
     * @param ofAll        how many of all people
     * @param roomOfPerson characters of one person
     * @param roomOfAll    characters of all people
     */
    public record Bounds(int ofPerson, int ofAll, long roomOfPerson, long roomOfAll) {
    }

    /** The owner's tasks of this kind, those that were asked for last first, over or not: one statement. */
    public List<BackgroundTask> of(String kind, String owner) {
        return all(kind).stream().filter(task -> task.owner().equals(owner)).toList();
    }

    /** All people's tasks of this kind that are not over: one statement. */
    public List<BackgroundTask> underWay(String kind) {
        return all(kind).stream().filter(task -> !task.state().isOver()).toList();
    }

    /**
     * Removes the oldest that exceed the bounds: one statement, and one for each task that is kept.
     *
     * @param isNeeded says of a task whether it stays whatever its age
     */
    public void prune(String kind, Bounds bounds, Predicate<BackgroundTask> isNeeded) {
        Map<String, Integer> counts = new HashMap<>();
        Map<String, Long> rooms = new HashMap<>();
        int count = 0;
        long room = 0;
        for (BackgroundTask task : all(kind)) {
            long own = tasks.room(task.id());
            count++;
            room += own;
            int ofPerson = counts.merge(task.owner(), 1, Integer::sum);
            long roomOfPerson = rooms.merge(task.owner(), own, Long::sum);
            boolean isTooMuch = ofPerson > bounds.ofPerson() || count > bounds.ofAll() || roomOfPerson > bounds.roomOfPerson()
                    || room > bounds.roomOfAll();
            if (isTooMuch && task.state().isOver() && !isNeeded.test(task)) {
                tasks.remove(task.id());
                count--;
                room -= own;
                counts.merge(task.owner(), -1, Integer::sum);
                rooms.merge(task.owner(), -own, Long::sum);
            }
        }
    }

    private List<BackgroundTask> all(String kind) {
        Instant now = clock.instant();
        return tasks.ofKind(kind, now.minus(TaskRetention.KEPT).minus(Tasks.SILENCE), now);
    }
}
