package org.decisiongates.jira.health;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.decisiongates.health.HealthFinding;
import org.decisiongates.health.HealthReport;
import org.decisiongates.health.HealthStatus;

/**
 * A report as programs get it: what is wrong and how often, and not with whom or what.
 *
 * @param status ok, warning or error: the worst of all checks
 * @param at     when they looked, in UTC
 */
record HealthCounts(String status, String at, List<Check> checks) {

    static HealthCounts of(HealthReport report) {
        return new HealthCounts(name(report.status()), report.at().toString(), report.checks().stream().map(HealthCounts::check).toList());
    }

    private static Check check(HealthReport.Result result) {
        Map<String, List<HealthFinding>> findings = result.findings().stream()
                .collect(Collectors.groupingBy(HealthFinding::key, TreeMap::new, Collectors.toList()));
        return new Check(result.check(), name(result.status()), findings.entrySet().stream()
                .map(found -> new Count(found.getKey(), name(found.getValue().get(0).severity()), found.getValue().size())).toList());
    }

    private static String name(HealthStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    /**
     * @param key      of the check
     * @param findings what is wrong, by its key
     */
    record Check(String key, String status, List<Count> findings) {
    }

    /** @param count how many objects it is wrong with */
    record Count(String key, String severity, int count) {
    }
}
