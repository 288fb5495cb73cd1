package org.decisiongates.jira.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.atlassian.beehive.ClusterLockService;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.text.Message;

/**
 * Adds to an installation that an earlier version set up what this version would set up: fields to the app's screens, gates to its
 * policies, and screens, gates and functions to its workflows, in this order, so that nothing is asked for before there is a field for it.
 * Each step is recorded before it is done and is harmless to repeat, so that an interruption needs no repair.
 */
@JiraComponent
public class InstallationUpgrade {

    private static final String LOCK = "org.decisiongates.decision-gates.upgrade";
    private static final String TEXTS = "decision-gates.jira.admin.upgrade.";

    private final Setup setUp;
    private final ScreenUpgrade screens;
    private final ShippedPolicyUpgrade policies;
    private final ShippedWorkflowUpgrade workflows;
    private final ClusterLockService locks;

    InstallationUpgrade(Setup setUp, ScreenUpgrade screens, ShippedPolicyUpgrade policies, ShippedWorkflowUpgrade workflows,
            ClusterLockService locks) {
        this.setUp = setUp;
        this.screens = screens;
        this.policies = policies;
        this.workflows = workflows;
        this.locks = locks;
    }

    /** What it would add, in the order in which it is added; none while set-up is not complete. Changes nothing. */
    public List<Message> additions() {
        return isPossible()
                ? Stream.of(screens.additions().stream(), policies.additions().stream(), workflows.additions().stream())
                        .flatMap(messages -> messages).toList()
                : List.of();
    }

    /** Why workflows that lack something are left alone: what to do there is on the page of health. */
    public List<Message> obstacles() {
        return isPossible() ? workflows.obstacles() : List.of();
    }

    /** Adds all of it; returns why something was not added. */
    public List<Message> apply() {
        return locked(() -> {
            screens.apply();
            List<Message> faults = policies.apply();
            if (faults.isEmpty()) {
                workflows.apply();
            }
            return faults;
        });
    }

    /** What was added and can be taken back; what was recorded and is not in a workflow is forgotten. */
    public List<Message> undoList() {
        if (workflows.hasAbsent()) {
            forgetAbsentUnlessBusy();
        }
        return Stream.of(screens.undoList(), policies.undoList(), workflows.undoList()).flatMap(List::stream).toList();
    }

    /** Takes it back, workflows first, fields last, so that nothing is asked for without a field; returns what was left, and why. */
    public List<Message> takeBack() {
        return locked(() -> {
            List<Message> left = new ArrayList<>(workflows.takeBack());
            if (left.isEmpty()) {
                left.addAll(policies.takeBack());
            }
            if (left.isEmpty()) {
                screens.takeBack();
            }
            return left;
        });
    }

    /** Whoever holds the lock may have recorded what they are about to add. */
    private void forgetAbsentUnlessBusy() {
        Lock lock = locks.getLockForName(LOCK);
        if (lock.tryLock()) {
            try {
                workflows.forgetAbsent();
            } finally {
                lock.unlock();
            }
        }
    }

    private boolean isPossible() {
        return setUp.missing().isEmpty();
    }

    private List<Message> locked(Supplier<List<Message>> work) {
        Lock lock = locks.getLockForName(LOCK);
        if (!lock.tryLock()) {
            return List.of(Message.of(TEXTS + "busy"));
        }
        try {
            return isPossible() ? work.get() : List.of(Message.of(TEXTS + "not-set-up"));
        } finally {
            lock.unlock();
        }
    }
}
