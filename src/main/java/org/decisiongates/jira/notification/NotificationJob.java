package org.decisiongates.jira.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.stream.Collectors;

import com.atlassian.beehive.ClusterLockService;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.timezone.TimeZoneManager;
import com.atlassian.sal.api.user.UserKey;
import com.atlassian.scheduler.JobRunnerRequest;
import com.atlassian.scheduler.JobRunnerResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.jira.notification.NotificationFinder.FoundInSteps;
import org.decisiongates.jira.platform.time.RecurringJobDefinition;
import org.decisiongates.jira.platform.time.RecurringJobs;
import org.decisiongates.jira.platform.time.RecurringWork;
import org.decisiongates.notification.Notification;
import org.decisiongates.notification.NotificationChoice;
import org.decisiongates.notification.NotificationChoice.Delivery;
import org.decisiongates.notification.NotificationChoices;
import org.decisiongates.notification.Notifications;
import org.decisiongates.notification.Notifications.Progress;
import org.decisiongates.review.ThreadStepFeed;
import org.decisiongates.review.ThreadStepFeed.EndedWindow;
import org.decisiongates.review.ThreadStepFeed.PlacedStep;

/**
 * Looks through the steps of threads that came since the last run, notes who is to be told, reminds of approvals, and sends the e-mails
 * that are due. What an e-mail tells is removed before it is put into the queue: where a node ends in between, it is not sent at all rather
 * than twice (ADR-0175).
 */
@JiraComponent
class NotificationJob implements RecurringWork {

    /** How many e-mails are sent in a run; the others wait for the next one. */
    static final int MAX_SENT = 200;
    /** How many pages of steps are looked through in a run, and how many pages of notifications. */
    static final int MAX_PAGES = 10;

    /** What was stored by a node that is not done storing may come in front of what came later; by then it is done. */
    static final Duration SETTLED = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(NotificationJob.class);
    private static final String LOCK = "org.decisiongates.decision-gates.notification";
    private static final Duration KEPT = Duration.ofDays(28);

    private final Notifications notifications;
    private final NotificationChoices choices;
    private final ThreadStepFeed log;
    private final NotificationFinder finder;
    private final ApprovalReminderFinder reminders;
    private final NotificationMailer mailer;
    private final TimeZoneManager zones;
    private final ClusterLockService locks;
    private final Clock clock;
    private volatile boolean stopped;
    /** The last notification that was looked at by a run that left others; 0 to begin with the first. Nobody waits for who is not due. */
    private volatile long reached;

    NotificationJob(Notifications notifications, NotificationChoices choices, ThreadStepFeed log, NotificationFinder finder,
            ApprovalReminderFinder reminders, NotificationMailer mailer, TimeZoneManager zones, ClusterLockService locks, Clock clock) {
        this.notifications = notifications;
        this.choices = choices;
        this.log = log;
        this.finder = finder;
        this.reminders = reminders;
        this.mailer = mailer;
        this.zones = zones;
        this.locks = locks;
        this.clock = clock;
    }

    @Override
    public void begin() {
        stopped = false;
    }

    /** From now on a run ends after its current e-mail. */
    @Override
    public void stop() {
        stopped = true;
    }

    @Override
    public RecurringJobDefinition definition() {
        return RecurringJobDefinition.oncePerCluster("send-notifications", Duration.ofMinutes(4), Duration.ofMinutes(3),
                "nobody is told of feedback or reminded of approvals by e-mail until the app is started again");
    }

    @Override
    public JobRunnerResponse runJob(JobRunnerRequest request) {
        Lock lock = locks.getLockForName(LOCK);
        // the lock only saves work: what two nodes find is stored once, and what two nodes want to tell is taken by one
        if (lock.tryLock()) {
            try {
                Instant now = clock.instant();
                remindOfApprovals();
                if (find(now)) {
                    send(now);
                }
                notifications.forget(now.minus(KEPT));
            } catch (RuntimeException | LinkageError e) {
                reached = 0;
                LOG.error("nobody could be told of feedback or approvals by e-mail; the next run tries again", e);
                return RecurringJobs.failed(e);
            } finally {
                lock.unlock();
            }
        }
        return JobRunnerResponse.success();
    }

    /** Feedback is told whatever becomes of it. */
    private void remindOfApprovals() {
        try {
            reminders.remind();
        } catch (RuntimeException | LinkageError e) {
            LOG.error("nobody could be reminded of approvals; the next run goes on behind them", e);
        }
    }

    /** Whether all that was found is stored. The first run only notes where it begins: nobody is told of what is long past. */
    private boolean find(Instant now) {
        Progress progress = notifications.progress().orElse(null);
        if (progress == null) {
            return notifications.store(new Progress(1, log.last(), now), List.of(), now);
        }
        Instant settled = now.minus(SETTLED);
        boolean isPageFull = true;
        for (int page = 0; isPageFull && page < MAX_PAGES && !stopped; page++) {
            List<PlacedStep> steps = log.behind(progress.place()).stream().takeWhile(logged -> !logged.step().at().isAfter(settled))
                    .toList();
            // the step that ends a thread in time may be the one that is still being stored
            List<EndedWindow> windows = log.ended(progress.until(), settled);
            if (steps.isEmpty() && windows.isEmpty()) {
                return true;
            }
            boolean isCut = windows.size() == ThreadStepFeed.MAX_WINDOWS;
            Instant until = isCut ? untilOf(windows) : later(settled, progress.until());
            FoundInSteps ofSteps = finder.ofSteps(steps);
            List<Notification> found = new ArrayList<>(ofSteps.notifications());
            found.addAll(finder.ofWindows(windows.stream().filter(window -> window.due().isBefore(until)).toList()));
            progress = progress.next(steps.isEmpty() ? progress.place() : steps.get(ofSteps.steps() - 1).place(), until);
            if (!notifications.store(progress, found, now)) {
                return false;
            }
            isPageFull = isCut || ofSteps.steps() < steps.size() || steps.size() == ThreadStepFeed.PAGE;
        }
        return true;
    }

    /** Of several that ended in the last moment of a page the next page may hold the rest. */
    private static Instant untilOf(List<EndedWindow> page) {
        Instant last = page.get(page.size() - 1).due();
        return page.get(0).due().equals(last) ? last.plusMillis(1) : last;
    }

    /** What was looked at once is not looked at again: neither the first run nor a clock that is late makes it go back. */
    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void send(Instant now) {
        List<Notification> some = waiting();
        Map<String, List<Notification>> waiting = some.stream()
                .collect(Collectors.groupingBy(Notification::person, LinkedHashMap::new, Collectors.toList()));
        Map<String, Optional<NotificationChoice>> chosen = chosen(List.copyOf(waiting.keySet()));
        int sent = 0;
        for (Map.Entry<String, List<Notification>> of : waiting.entrySet()) {
            if (stopped || sent >= MAX_SENT) {
                return;
            }
            Optional<NotificationChoice> choice = chosen.getOrDefault(of.getKey(), Optional.of(NotificationChoice.usual(of.getKey())));
            if (choice.isPresent() && send(choice.get(), of.getValue(), now)) {
                sent++;
            }
        }
        reached = some.size() < MAX_PAGES * Notifications.PAGE ? 0 : some.get(some.size() - 1).id();
    }

    /** Those behind the last one that was reached, and no more than a run looks at. */
    private List<Notification> waiting() {
        List<Notification> waiting = new ArrayList<>();
        List<Notification> page;
        do {
            page = notifications.behind(waiting.isEmpty() ? reached : waiting.get(waiting.size() - 1).id());
            waiting.addAll(page);
        } while (page.size() == Notifications.PAGE && waiting.size() < MAX_PAGES * Notifications.PAGE);
        return waiting;
    }

    private Map<String, Optional<NotificationChoice>> chosen(List<String> people) {
        Map<String, Optional<NotificationChoice>> chosen = new HashMap<>();
        for (int from = 0; from < people.size(); from += Notifications.PAGE) {
            chosen.putAll(choices.of(people.subList(from, Math.min(people.size(), from + Notifications.PAGE))));
        }
        return chosen;
    }

    /** Whether an e-mail was sent. What fails before it was taken is tried again, and nobody else waits for it. */
    private boolean send(NotificationChoice choice, List<Notification> all, Instant now) {
        List<Notification> some = all.subList(0, Math.min(all.size(), Notifications.PAGE));
        try {
            if (choice.delivery() == Delivery.OFF) {
                notifications.take(some.stream().map(Notification::id).toList());
                return false;
            }
            List<Instant> moments = some.stream().map(Notification::at).sorted().toList();
            if (!choice.isDue(moments.get(0), moments.get(moments.size() - 1),
                    now.atZone(zones.getUserTimeZone(new UserKey(choice.person())).toZoneId()))) {
                return false;
            }
            NotificationMailer.Telling telling = mailer.telling(choice, some);
            List<Long> settled = telling.settled().stream().map(Notification::id).toList();
            if (!settled.isEmpty() && notifications.take(settled) && telling.email().isPresent()) {
                mailer.send(telling.email().get());
                return true;
            }
        } catch (RuntimeException | LinkageError e) {
            LOG.error("an e-mail about feedback or approvals could not be made; the next run tries again: {}",
                    some.stream().map(Notification::step).distinct().limit(3).map(Object::toString).collect(Collectors.joining(", ")), e);
        }
        return false;
    }
}
