package org.decisiongates.health;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;

import org.decisiongates.policy.Scope;

/**
 * Has every check look. What one finds twice in the same words is reported once. One that fails is a finding itself: what nobody looked at
 * is never reported as well.
 */
public final class HealthService {

    private final List<HealthCheck> checks;
    private final BiConsumer<String, Throwable> failures;

    /** @param failures told of each check that fails, by its key, and why */
    public HealthService(List<HealthCheck> checks, BiConsumer<String, Throwable> failures) {
        this.checks = checks.stream().sorted(Comparator.comparing(HealthCheck::key)).toList();
        this.failures = failures;
    }

    /** What is wrong in {@code scope}. */
    public HealthReport report(Scope scope, Instant now) {
        return new HealthReport(now, checks.stream().map(check -> result(check, scope)).toList());
    }

    private HealthReport.Result result(HealthCheck check, Scope scope) {
        try {
            return new HealthReport.Result(check.key(), check.findings(scope).stream().distinct().toList());
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            failures.accept(check.key(), e);
            return new HealthReport.Result(check.key(), List.of(HealthFinding.error("check.failed", e.getClass().getSimpleName())));
        }
    }
}
