package org.decisiongates.sandbox.bench;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;

import org.junit.Test;

import org.decisiongates.issue.IssueView;
import org.decisiongates.policy.Finding;

/** A race is worth nothing if the runners run to different places. */
public class VariantsTest {

    @Test
    public void findTheSame() {
        for (int rules : new int[] {1, 8, 10, 50}) {
            Required required = Required.fields(rules);
            for (Required held : List.of(required, Required.fields(PolicyGateBench.FIELDS))) {
                assertFields(required, RequiredFields.complete(held, Variants.NOW.today()), 0);
                assertFields(required, RequiredFields.without(required, held, Variants.NOW.today()), 1);
                assertFields(required, RequiredFields.complete(held, Variants.NOW.today().plusDays(Variants.HORIZON_DAYS)), rules / 2);
            }
        }
    }

    private static void assertFields(Required required, IssueView item, int missing) {
        List<Object> plain = fields(Variants.of("plain", required).missing(item));
        assertEquals(missing, plain.size());
        assertEquals(plain, fields(Variants.of("gate", required).missing(item)));
        assertEquals(plain, fields(Variants.OurGate.ofPolicy(required).missing(item)));
        assertEquals(plain, fields(Variants.of("groovy", required).missing(item)));
    }

    @Test
    public void askOneRuleForEachField() {
        assertEquals(50, Variants.OurGate.ofPolicy(Required.fields(50)).gate().rules().size());
    }

    @Test
    public void agreeOnHowManyIssuesAreReady() {
        JqlFunctionBench bench = new JqlFunctionBench();
        bench.rules = 10;
        bench.fill();
        assertEquals(JqlFunctionBench.ISSUES / 2, bench.plain());
        assertEquals(JqlFunctionBench.ISSUES / 2, bench.ready());
        assertTrue(bench.score() > 0);
    }

    private static List<Object> fields(List<Finding> findings) {
        return findings.stream().<Object>map(Finding::field).toList();
    }
}
