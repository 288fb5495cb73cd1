package org.decisiongates.sandbox.jira.api;

import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Map;

import org.junit.Test;
import org.junit.function.ThrowingRunnable;

import org.decisiongates.sandbox.host.NotInSandbox;
import org.decisiongates.sandbox.jira.model.IssueDraft;

public class SandboxIssueTest {

    @Test
    public void saysNothingOfWhatIsNotStored() {
        SandboxIssue issue = new SandboxIssue(new IssueDraft(), null);
        Map<String, ThrowingRunnable> asked = Map.of("getComponents()", issue::getComponents, "getAffectedVersions()",
                issue::getAffectedVersions,
                "getVotes()", issue::getVotes, "getWatches()", issue::getWatches, "isSubTask()", issue::isSubTask, "getParentId()",
                issue::getParentId,
                "getSubTaskObjects()", issue::getSubTaskObjects, "isArchived()", issue::isArchived, "isEditable()", issue::isEditable,
                "setComponent(Collection<ProjectComponent>)", () -> issue.setComponent(null));
        asked.forEach((method, question) -> {
            String message = assertThrows(method, NotInSandbox.class, question).getMessage();
            assertTrue(message, message.contains("Issue#" + method + "."));
        });
    }
}
