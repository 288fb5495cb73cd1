package org.decisiongates.sandbox.bench;

import static org.junit.Assert.assertEquals;

import java.util.List;

import org.junit.Test;

import org.decisiongates.issue.IssueView;
import org.decisiongates.policy.Finding;

/** A race is worth nothing if the runners run to different places. */
public class VariantsTest {

    private final Variants variants = new Variants();

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
        assertEquals(missing, variants.plain(item).size());
        assertEquals(fields(variants.plain(item)), fields(variants.gate(item)));
        assertEquals(fields(variants.plain(item)), fields(variants.groovy(item)));
    }

    private static List<Object> fields(List<Finding> findings) {
        return findings.stream().<Object>map(Finding::field).toList();
    }
}
