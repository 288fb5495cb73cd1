package org.decisiongates.jira.platform.task;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.executor.ThreadLocalDelegateExecutorFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

import org.decisiongates.jira.platform.health.ErrorCounts;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.task.BackgroundTask;
import org.decisiongates.task.BackgroundTask.State;
import org.decisiongates.task.Tasks;

/**
 * Does work in the background on a few threads of this node, each task with the rights of who started it. A person has one task of a kind
 * at a time in the whole cluster; of all people's, a few wait, and more are refused. What is stored of a task every node reads, and any
 * node can have it cancelled (ADR-0088).
 */
@JiraComponent
public class TaskRunner implements DisposableBean {

    static final int THREADS = 2;
    static final int MAX_WAITING = 10;

    private static final Logger LOG = LoggerFactory.getLogger(TaskRunner.class);
    private static final int BEAT_SECONDS = 15;
    private static final int IDLE_SECONDS = 1;

    private final Tasks tasks;
    private final ThreadLocalDelegateExecutorFactory contexts;
    private final Clock clock;
    private final JiraTexts texts;
    private final ErrorCounts errors;
    private final Map<String, RunningTask> own = new ConcurrentHashMap<>();
    private final Semaphore room = new Semaphore(THREADS + MAX_WAITING);
    private final ThreadPoolExecutor threads;
    private final ScheduledThreadPoolExecutor heart;

    TaskRunner(Tasks tasks, ThreadLocalDelegateExecutorFactory contexts, Clock clock, JiraTexts texts,
            ErrorCounts errors) {
        this.tasks = tasks;
        this.contexts = contexts;
        this.clock = clock;
        this.texts = texts;
        this.errors = errors;
        // a thread that has nothing to do ends soon, and with it whatever Jira has kept for it
        this.threads = new ThreadPoolExecutor(THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
                named("decision-gates-task"));
        threads.allowCoreThreadTimeOut(true);
        this.heart = new ScheduledThreadPoolExecutor(1, named("decision-gates-task-beat"));
        heart.setRemoveOnCancelPolicy(true);
        heart.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        heart.allowCoreThreadTimeOut(true);
    }

    private static ThreadFactory named(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /**
     * Has {@code work} done in the background. To be called on the thread of the request: what the product knows of it there, above all
     * who is logged in, holds for the work as well.
     *
     * @param owner user key of who asks
     * @param scope key of the project that it is about; empty text for none
     * @param title what it is about, in one line and in the language of who asks
     * @throws ProblemException 429 where the owner has one of this kind that is not over, 503 where this node has too many
     */
    public BackgroundTask start(String kind, String owner, String scope, String title, TaskWork work) {
        if (!room.tryAcquire()) {
            throw new ProblemException(503, "decision-gates.jira.task.no-room", THREADS + MAX_WAITING);
        }
        BackgroundTask task = BackgroundTask.queued(UUID.randomUUID().toString(), kind, owner, scope, title, clock.instant());
        RunningTask running = new RunningTask(task.id(), tasks, clock);
        boolean added = false;
        try {
            added = tasks.add(task);
        } finally {
            if (!added) {
                room.release();
            }
        }
        if (!added) {
            throw new ProblemException(429, "decision-gates.jira.task.one-at-a-time");
        }
        Runnable inContext = contexts.createRunnable(() -> run(running, work));
        own.put(task.id(), running);
        running.waitsAs(inContext);
        running.beatenBy(heart.scheduleWithFixedDelay(() -> beat(running), BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS));
        threads.execute(inContext);
        return task;
    }

    /** The task, for its owner alone; for everybody else there is none. */
    public Optional<BackgroundTask> find(String id, String reader) {
        return tasks.find(id, clock.instant()).filter(task -> task.owner().equals(reader));
    }

    /** The reader's task of this kind that is not over. */
    public Optional<BackgroundTask> underWay(String kind, String reader) {
        return tasks.underWay(reader, kind, clock.instant());
    }

    /** What came of a task that is done; empty for every other, and for whoever does not own it. */
    public Optional<String> result(String id, String reader) {
        return find(id, reader).filter(task -> task.state() == State.DONE).map(task -> tasks.result(id));
    }

    /** The parts that are stored of a task of the reader, over or not; empty for whoever does not own it. Two statements. */
    public Optional<KeptParts> parts(String id, String reader) {
        return find(id, reader).map(task -> new KeptParts(tasks, id, tasks.parts(id)));
    }

    /** Has a task of the reader stop, on whichever node it is; false when there is no such task. One that is over stays as it is. */
    public boolean cancel(String id, String reader) {
        if (find(id, reader).isEmpty()) {
            return false;
        }
        tasks.cancel(id, clock.instant());
        Optional.ofNullable(own.get(id)).ifPresent(this::stop);
        return true;
    }

    private void run(RunningTask task, TaskWork work) {
        try {
            task.begin();
            String result = work.run(task);
            if (result.length() > Tasks.MAX_RESULT) {
                throw new IllegalStateException("the result has " + result.length() + " characters, more than " + Tasks.MAX_RESULT);
            }
            end(task, State.DONE, "", result);
        } catch (TaskCancelledException e) {
            LOG.debug("the task {} stopped", task.id(), e);
            end(task, State.CANCELLED, "", "");
        } catch (ProblemException e) {
            end(task, State.FAILED, String.join(" ", texts.texts(e.messages())), "");
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            LOG.error("a background task failed; reference {}", task.id(), e);
            errors.add("background-task", e);
            end(task, State.FAILED, texts.text("decision-gates.jira.rest.failed", task.id()), "");
        } finally {
            // whatever else was thrown goes on to the thread; nobody is to wait for the task
            end(task, State.LOST, "", "");
        }
    }

    private void end(RunningTask task, State state, String fault, String result) {
        if (own.remove(task.id()) == null) {
            return;
        }
        task.silence();
        room.release();
        try {
            tasks.end(task.id(), state, fault, result, clock.instant());
        } catch (RuntimeException e) {
            LOG.error("the end of the background task {} could not be stored: it will show as lost", task.id(), e);
        }
    }

    /** Tells of a task whose work has nothing to tell for a while, or has not begun. */
    private void beat(RunningTask task) {
        try {
            task.tell();
        } catch (TaskCancelledException e) {
            stop(task);
        } catch (RuntimeException e) {
            LOG.warn("nothing could be stored of the background task {}; it is tried again", task.id(), e);
        }
    }

    /** One that waits is over at once; the work of one that runs ends at its next step. */
    private void stop(RunningTask task) {
        task.stop();
        if (threads.remove(task.waiting())) {
            end(task, State.CANCELLED, "", "");
        }
    }

    /** Nothing is interrupted: in the middle of a statement that can close the file of an embedded database. */
    @Override
    public void destroy() {
        threads.getQueue().clear();
        threads.shutdown();
        heart.shutdownNow();
        own.values().forEach(task -> {
            task.stop();
            end(task, State.LOST, "", "");
        });
    }
}
