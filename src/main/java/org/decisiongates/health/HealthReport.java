package org.decisiongates.health;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What all checks found at one time.
 *
 * @param at     when they looked
 * @param checks what each found, by its key
 */
public record HealthReport(Instant at, List<Result> checks) {

    public HealthReport {
        checks = List.copyOf(checks);
    }

    /** The worst of all. */
    public HealthStatus status() {
        return worst(checks.stream().map(Result::status).toList());
    }

    private static HealthStatus worst(List<HealthStatus> all) {
        return all.stream().max(Comparator.naturalOrder()).orElse(HealthStatus.OK);
    }

    /**
     * What one check found.
     *
     * @param check    its key
     * @param findings none when all is well
     */
    public record Result(String check, List<HealthFinding> findings) {

        public Result {
            findings = List.copyOf(findings);
        }

        /** The worst of it. */
        public HealthStatus status() {
            return worst(findings.stream().map(HealthFinding::severity).toList());
        }
    }
}
