package org.decisiongates.jira.waiver;

import static org.junit.Assert.assertEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;

import com.atlassian.sal.api.timezone.TimeZoneManager;
import org.junit.Test;

import org.decisiongates.fixture.TestTime;
import org.decisiongates.health.HealthFinding;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.policy.ApprovalTerms;
import org.decisiongates.policy.Policies;
import org.decisiongates.policy.PoliciesInForce;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.policy.Scope;
import org.decisiongates.policy.WaiverTerms;
import org.decisiongates.waiver.WaivedRule;
import org.decisiongates.waiver.WaiverStep;
import org.decisiongates.waiver.WaiverStep.State;
import org.decisiongates.waiver.WaiversInMemory;

public class WaiverHealthCheckTest {

    private final WaiversInMemory waivers = new WaiversInMemory();
    private final Policies policies = mock(Policies.class);
    private final TimeZoneManager zones = mock(TimeZoneManager.class);
    private final WaiverHealthCheck check = new WaiverHealthCheck(waivers, policies, new ProjectTime(zones, TestTime.CLOCK),
            TestTime.CLOCK);

    @Test
    public void countsWaiversThatLastLongerThanTheirPolicyAllowsNow() {
        when(zones.getDefaultTimeZone()).thenReturn(TimeZone.getTimeZone(TestTime.ZONE));
        allow(30);
        grant(1, 10_000);
        grant(2, 10_000);
        grant(3, 10_001);
        assertEquals(List.of(), check.findings(Scope.GLOBAL));
        allow(3);
        assertEquals(List.of(HealthFinding.warning("waivers.too-long", 3L, "Decisions", 3)), check.findings(Scope.GLOBAL));
        assertEquals(List.of(HealthFinding.warning("waivers.too-long", 1L, "Decisions", 3)), check.findings(Scope.of(10_001)));
        assertEquals(List.of(), check.findings(Scope.of(10_002)));
    }

    private void allow(int days) {
        when(policies.inForce())
                .thenReturn(new PoliciesInForce(List.of(new Policy(new PolicyVersion("decision", 1), "Decisions", "decision",
                        false, new WaiverTerms(List.of(), List.of(), days), ApprovalTerms.NONE, Map.of(), List.of(), List.of())),
                        List.of()));
    }

    private void grant(long issue, long project) {
        WaiverStep asked = new WaiverStep(issue, project, 1, 1, State.ASKED, new WaivedRule(Scope.GLOBAL, "decision", "has-owner", "owner"),
                "why", TestTime.NOW.plus(Duration.ofDays(20)), "asker", TestTime.NOW.minusSeconds(60));
        waivers.append(asked);
        waivers.append(asked.next(State.GRANTED, "", "lead", TestTime.NOW.minusSeconds(30)));
    }
}
