package org.decisiongates.sandbox.bench;

import static org.junit.Assert.assertEquals;

import java.util.List;

import org.junit.Test;

import org.decisiongates.issue.IssueView;
import org.decisiongates.policy.Finding;
import org.decisiongates.sandbox.bench.Variants.Variant;

/** A race is worth nothing if the runners run to different places. */
public class VariantsTest {

    private final Variant plain = Variants.of("plain");
    private final Variant gate = Variants.of("gate");
    private final Variant groovy = Variants.of("groovy");

    @Test
    public void findTheSame() {
        IssueView complete = RequiredFields.complete(Variants.NOW.today());
        IssueView incomplete = RequiredFields.withoutThirdPerson(Variants.NOW.today());
        IssueView late = RequiredFields.complete(Variants.NOW.today().plusDays(Variants.HORIZON_DAYS));
        assertFields(complete, 0);
        assertFields(incomplete, 1);
        assertFields(late, 4);
    }

    private void assertFields(IssueView item, int missing) {
        assertEquals(missing, plain.missing(item).size());
        assertEquals(fields(plain.missing(item)), fields(gate.missing(item)));
        assertEquals(fields(plain.missing(item)), fields(groovy.missing(item)));
    }

    private static List<Object> fields(List<Finding> findings) {
        return findings.stream().<Object>map(Finding::field).toList();
    }
}
