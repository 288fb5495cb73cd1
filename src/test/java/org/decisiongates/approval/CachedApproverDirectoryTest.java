package org.decisiongates.approval;

import static org.junit.Assert.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.Test;

public class CachedApproverDirectoryTest {

    private final List<String> asked = new ArrayList<>();
    private final ApproverDirectory once = new CachedApproverDirectory(new ApproverDirectory() {
        @Override
        public boolean isInGroup(String userKey, String group) {
            return userKey.equals("ann") && group.equals("board");
        }

        @Override
        public boolean isInRole(String userKey, String roleId, long projectId) {
            return userKey.equals("ben") && roleId.equals("10") && projectId == 1;
        }

        @Override
        public Set<String> membersOfGroup(String group, int limit) {
            asked.add(group + " " + limit);
            return Set.of("ann");
        }

        @Override
        public Set<String> membersOfRole(String roleId, long projectId, int limit) {
            asked.add(roleId + " " + projectId + " " + limit);
            return Set.of("ben");
        }
    });

    @Test
    public void asksOnceForEachGroupAndForEachRoleOfAProject() {
        for (int i = 0; i < 3; i++) {
            assertEquals(Set.of("ann"), once.membersOfGroup("board", 5));
            assertEquals(Set.of("ben"), once.membersOfRole("10", 1, 5));
        }
        once.membersOfGroup("10", 5);
        once.membersOfRole("10", 2, 5);
        once.membersOfGroup("board", 6);
        assertEquals(List.of("board 5", "10 1 5", "10 5", "10 2 5", "board 6"), asked);
    }

    @Test
    public void answersForOnePersonAsTheDirectoryDoes() {
        assertEquals(List.of(true, false, true, false),
                List.of(once.isInGroup("ann", "board"), once.isInGroup("ben", "board"), once.isInRole("ben", "10", 1),
                        once.isInRole("ben", "10", 2)));
    }
}
