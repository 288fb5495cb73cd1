package org.decisiongates.sandbox.jira;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

import com.atlassian.scheduler.JobRunner;

import org.decisiongates.sandbox.host.BuiltPlugin;
import org.decisiongates.sandbox.host.Plugin;
import org.decisiongates.sandbox.host.RunningBox;

/** The policies of the app in a box, reached as the app itself reaches them: its classes are not on the class path of a test. */
final class AppPolicies {

    private final Plugin plugin;
    private final Object policies;

    private AppPolicies(Plugin plugin) {
        this.plugin = plugin;
        this.policies = plugin.create(Object.class, "bean:cachedPolicies");
    }

    static AppPolicies of(RunningBox box) {
        return new AppPolicies(box.plugin(BuiltPlugin.KEY));
    }

    /** What is in force, an object of the app. */
    Object inForce() {
        return call("Policies", policies, "inForce");
    }

    /** Versions in force of a policy of all projects. */
    List<Integer> versions(String key) {
        return ((List<?>) call("PoliciesInForce", inForce(), "policies")).stream()
                .filter(policy -> call("Policy", policy, "key").equals(key))
                .map(policy -> (Integer) call("PolicyVersion", call("Policy", policy, "version"), "version")).toList();
    }

    /** Stores a version of a policy of all projects. */
    void append(int version, String json) {
        append(OptionalLong.empty(), version, json);
    }

    /** Stores a version of a policy, of one project or of all. */
    void append(OptionalLong project, int version, String json) {
        try {
            Object scope = type("Scope").getConstructor(OptionalLong.class).newInstance(project);
            Object policy = type("PolicyJson").getMethod("readStored", String.class, type("Scope"), int.class).invoke(null, json, scope,
                    version);
            Object revision = type("PolicyRevision")
                    .getConstructor(type("PolicyVersion"), boolean.class, String.class, String.class, Instant.class)
                    .newInstance(call("Policy", policy, "version"), false, "because", "lead", Instant.parse("2026-11-22T09:00:00Z"));
            type("Policies").getMethod("append", type("Policy"), type("PolicyRevision")).invoke(policies, policy, revision);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the scheduler does every minute. */
    void compare() {
        ((JobRunner) policies).runJob(null);
    }

    private Class<?> type(String name) {
        return plugin.load("org.decisiongates.policy." + name);
    }

    private Object call(String type, Object target, String method) {
        try {
            return type(type).getMethod(method).invoke(target);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
