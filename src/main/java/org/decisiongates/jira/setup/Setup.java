package org.decisiongates.jira.setup;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;

import com.atlassian.beehive.ClusterLockService;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.decisiongates.jira.platform.issuetype.SetupRegistry;

/**
 * Makes every part that is missing, in order. It records what looks like a part before making it, and afterwards which object it
 * became: a crash at any point neither duplicates a part nor takes another object for it. What an administrator removed later stays
 * removed.
 */
@JiraComponent
public class Setup {

    private static final Logger LOG = LoggerFactory.getLogger(Setup.class);
    private static final String LOCK = "org.decisiongates.decision-gates.set-up";
    private static final int SECONDS_TO_WAIT = 120;

    private final ClusterLockService locks;
    private final SetupRegistry registry;
    private final SetupSteps steps;

    Setup(ClusterLockService locks, SetupRegistry registry, SetupSteps steps) {
        this.locks = locks;
        this.registry = registry;
        this.steps = steps;
    }

    /** Makes what is missing; returns why not everything could be made. */
    public Optional<String> run() {
        if (missing().isEmpty()) {
            return Optional.empty();
        }
        Lock lock = locks.getLockForName(LOCK);
        try {
            if (!lock.tryLock(SECONDS_TO_WAIT, TimeUnit.SECONDS)) {
                return Optional.of("another node of the cluster has been setting up for more than " + SECONDS_TO_WAIT + " seconds");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("set-up was interrupted");
        }
        try {
            return makeAll();
        } finally {
            lock.unlock();
        }
    }

    /** Names of the parts that were never made. */
    public List<String> missing() {
        return steps.inOrder().stream().map(SetupStep::thing).filter(thing -> registry.id(thing).isEmpty()).toList();
    }

    /** Names of the parts that were made and have been removed since. */
    public List<String> removed() {
        return steps.inOrder().stream().filter(part -> registry.id(part.thing()).filter(id -> !part.exists(id)).isPresent())
                .map(SetupStep::thing).toList();
    }

    /** Every part, in the order in which they are made, and how it stands; changes nothing. */
    public List<SetupPart> parts() {
        return steps.inOrder().stream().map(this::part).toList();
    }

    private SetupPart part(SetupStep step) {
        Optional<String> id = registry.id(step.thing());
        Optional<String> name = id.flatMap(step.nameOf());
        return new SetupPart(step.thing(), name.orElse(step.wanted()),
                name.isPresent() ? SetupPart.State.MADE : id.isPresent() ? SetupPart.State.REMOVED : SetupPart.State.MISSING);
    }

    private Optional<String> makeAll() {
        for (SetupStep part : steps.inOrder()) {
            try {
                ensure(part);
            } catch (Exception | LinkageError e) {
                LOG.error("set-up stopped at {}; it goes on at the next start or from the page Decision Gates", part.thing(), e);
                return Optional.of(part.thing() + ": " + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()));
            }
        }
        return Optional.empty();
    }

    private void ensure(SetupStep part) throws Exception {
        if (registry.id(part.thing()).isPresent()) {
            return;
        }
        Optional<String> made = registry.intent(part.thing()).flatMap(before -> madeSince(before, part));
        if (made.isEmpty()) {
            registry.intend(part.thing(), part.lookalikes().get());
            made = Optional.of(part.make().call());
        }
        registry.remember(part.thing(), made.get());
        LOG.info("set-up made {}: {}", part.thing(), made.get());
    }

    /** What an interrupted set-up has left behind. */
    private static Optional<String> madeSince(Set<String> before, SetupStep part) {
        Set<String> since = new HashSet<>(part.lookalikes().get());
        since.removeAll(before);
        return since.stream().sorted().findFirst();
    }
}
