package org.decisiongates.health;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.junit.Test;

import org.decisiongates.policy.Scope;

public class HealthServiceTest {

    private static final Instant NOW = Instant.parse("2026-11-23T07:43:00Z");

    private final List<String> failures = new ArrayList<>();

    @Test
    public void isWellWhenNoCheckFindsAnything() {
        HealthReport report = report(check("one", scope -> List.of()), check("another", scope -> List.of()));
        assertEquals(HealthStatus.OK, report.status());
        assertEquals(NOW, report.at());
        assertEquals(List.of("another OK", "one OK"), results(report));
        assertEquals(HealthStatus.OK, report().status());
    }

    @Test
    public void isAsBadAsTheWorstFinding() {
        HealthReport report = report(check("one", scope -> List.of(HealthFinding.warning("one.odd"))), check("two", scope -> List.of()),
                check("three", scope -> List.of(HealthFinding.warning("three.odd"), HealthFinding.error("three.broken"))));
        assertEquals(HealthStatus.ERROR, report.status());
        assertEquals(List.of("one WARNING", "three ERROR", "two OK"), results(report));
    }

    @Test
    public void tellsOnceWhatACheckFindsTwice() {
        HealthReport report = report(check("one", scope -> List.of(HealthFinding.warning("one.odd", "Jump"),
                HealthFinding.warning("one.odd", "Leap"), HealthFinding.warning("one.odd", "Jump"))));
        assertEquals(List.of(List.of("Jump"), List.of("Leap")),
                report.checks().get(0).findings().stream().map(HealthFinding::arguments).toList());
    }

    @Test
    public void reportsACheckThatThrowsAndAsksTheOthers() {
        HealthReport report = report(check("broken", scope -> {
            throw new IllegalStateException("the password is secret");
        }), check("gone", scope -> {
            throw new NoSuchMethodError("of this Jira");
        }), check("well", scope -> List.of()));
        assertEquals(List.of("broken ERROR", "gone ERROR", "well OK"), results(report));
        HealthFinding finding = report.checks().get(0).findings().get(0);
        assertEquals("check.failed", finding.key());
        assertEquals("what was thrown is for the log", List.of("IllegalStateException"), finding.arguments());
        assertEquals(List.of("broken the password is secret", "gone of this Jira"), failures);
    }

    @Test
    public void asksEveryCheckAboutTheScope() {
        Scope project = Scope.of(10_000);
        HealthCheck check = check("one", scope -> scope.equals(project) ? List.of(HealthFinding.error("one.broken", "SHOP")) : List.of());
        HealthService service = new HealthService(List.of(check), (key, thrown) -> failures.add(key));
        assertEquals(HealthStatus.ERROR, service.report(project, NOW).status());
        assertEquals(HealthStatus.OK, service.report(Scope.GLOBAL, NOW).status());
    }

    @Test
    public void saysWhatIsWrongWithWhichObjectAndWhatToDo() {
        HealthFinding finding = HealthFinding.warning("fields.no-context", "Owner", "SHOP").fixedAt("/fields");
        assertEquals("decision-gates.health.fields.no-context", finding.what().key());
        assertEquals("decision-gates.health.fields.no-context.step", finding.step().key());
        assertEquals(List.of("Owner", "SHOP"), finding.step().arguments());
        assertEquals(Optional.of("/fields"), finding.fix());
        assertThrows(IllegalArgumentException.class,
                () -> new HealthFinding("one.well", HealthStatus.OK, List.of(), Optional.empty(), Optional.empty()));
    }

    private HealthReport report(HealthCheck... checks) {
        return new HealthService(List.of(checks), (key, thrown) -> failures.add(key + " " + thrown.getMessage())).report(Scope.GLOBAL, NOW);
    }

    private static List<String> results(HealthReport report) {
        return report.checks().stream().map(result -> result.check() + " " + result.status()).toList();
    }

    private static HealthCheck check(String key, Function<Scope, List<HealthFinding>> findings) {
        return new HealthCheck() {
            @Override
            public String key() {
                return key;
            }

            @Override
            public List<HealthFinding> findings(Scope scope) {
                return findings.apply(scope);
            }
        };
    }
}
