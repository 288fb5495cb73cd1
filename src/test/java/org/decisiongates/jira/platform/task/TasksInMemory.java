package org.decisiongates.jira.platform.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

import org.decisiongates.task.BackgroundTask;
import org.decisiongates.task.BackgroundTask.State;
import org.decisiongates.task.Tasks;

/** Background tasks without a database, none of them ever silent. */
final class TasksInMemory implements Tasks {

    final AtomicInteger told = new AtomicInteger();
    volatile boolean broken;
    /** What happens between reading a row and writing it. */
    volatile Runnable amidTelling = () -> {
    };
    private final Map<String, BackgroundTask> tasks = new LinkedHashMap<>();
    private final Map<String, String> results = new LinkedHashMap<>();
    private final Set<String> cancelled = new HashSet<>();

    @Override
    public synchronized boolean add(BackgroundTask task) {
        if (broken) {
            throw new IllegalStateException("the database is down");
        }
        if (underWay(task.owner(), task.kind(), task.startedAt()).isPresent()) {
            return false;
        }
        tasks.put(task.id(), task);
        return true;
    }

    @Override
    public synchronized Optional<BackgroundTask> find(String id, Instant now) {
        return Optional.ofNullable(tasks.get(id));
    }

    @Override
    public synchronized Optional<BackgroundTask> underWay(String owner, String kind, Instant now) {
        return tasks.values().stream().filter(task -> task.owner().equals(owner) && task.kind().equals(kind) && !task.state().isOver())
                .findFirst();
    }

    @Override
    public boolean tell(String id, State state, int done, int total, Instant now) {
        told.incrementAndGet();
        amidTelling.run();
        synchronized (this) {
            put(id, state, done, total, Optional.empty(), "");
            return !cancelled.contains(id);
        }
    }

    @Override
    public synchronized void end(String id, State state, String fault, String result, Instant now) {
        BackgroundTask task = tasks.get(id);
        put(id, state, task.done(), task.total(), Optional.of(now), fault);
        results.put(id, result);
    }

    private void put(String id, State state, int done, int total, Optional<Instant> endedAt, String fault) {
        BackgroundTask task = tasks.get(id);
        tasks.put(id, new BackgroundTask(id, task.kind(), task.owner(), task.scope(), task.title(), state, done, total, task.startedAt(),
                endedAt, fault));
        notifyAll();
    }

    synchronized int size() {
        return tasks.size();
    }

    /** The task as soon as it stands so. */
    synchronized BackgroundTask await(String id, Predicate<State> wanted) {
        try {
            while (!wanted.test(tasks.get(id).state())) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return tasks.get(id);
    }

    @Override
    public synchronized void cancel(String id, Instant now) {
        cancelled.add(id);
    }

    @Override
    public synchronized String result(String id) {
        return results.getOrDefault(id, "");
    }

    @Override
    public synchronized List<String> silentSince(Instant before) {
        return tasks.values().stream().filter(task -> task.startedAt().isBefore(before)).map(BackgroundTask::id).limit(2).toList();
    }

    @Override
    public synchronized List<String> lostSince(Instant since, Instant now) {
        return tasks.values().stream().filter(task -> task.state() == State.LOST).map(BackgroundTask::kind).toList();
    }

    @Override
    public synchronized void keep(String id, int number, String part) {
        results.put(id + " " + number, part);
    }

    @Override
    public synchronized String part(String id, int number) {
        return results.getOrDefault(id + " " + number, "");
    }

    @Override
    public synchronized int parts(String id) {
        return (int) results.keySet().stream().filter(key -> key.startsWith(id + " ")).count();
    }

    @Override
    public synchronized List<BackgroundTask> ofKind(String kind, Instant since, Instant now) {
        List<BackgroundTask> newest = new ArrayList<>(tasks.values().stream().filter(task -> task.kind().equals(kind)).toList());
        Collections.reverse(newest);
        return newest;
    }

    @Override
    public synchronized long room(String id) {
        return results.entrySet().stream().filter(text -> (text.getKey() + " ").startsWith(id + " "))
                .mapToLong(text -> text.getValue().length()).sum();
    }

    @Override
    public synchronized void remove(String id) {
        tasks.remove(id);
        results.keySet().removeIf(key -> (key + " ").startsWith(id + " "));
    }
}
