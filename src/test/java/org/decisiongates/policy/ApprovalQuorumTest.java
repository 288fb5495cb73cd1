package org.decisiongates.policy;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.Test;

public class ApprovalQuorumTest {

    @Test
    public void roundsAShareUpToAWholePerson() {
        assertEquals(List.of(1, 1, 1, 2, 2, 3), shares(50, 0, 1, 2, 3, 4, 5));
        assertEquals(List.of(1, 1, 2, 3, 67), shares(67, 0, 1, 2, 4, 100));
        assertEquals(List.of(1, 1, 7), shares(100, 0, 1, 7));
        assertEquals(List.of(1, 1, 2), shares(1, 1, 100, 101));
    }

    @Test
    public void countsPeopleWhoeverElseMayApprove() {
        assertEquals(3, ApprovalQuorum.people(3).needed(1));
    }

    @Test
    public void asksForSomebody() {
        assertThrows(IllegalArgumentException.class, () -> ApprovalQuorum.people(0));
        assertThrows(IllegalArgumentException.class, () -> ApprovalQuorum.percent(101));
    }

    private static List<Integer> shares(int percent, int... approvers) {
        return IntStream.of(approvers).mapToObj(number -> ApprovalQuorum.percent(percent).needed(number)).toList();
    }
}
