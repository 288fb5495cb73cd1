package org.decisiongates.confluence.approval;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.Test;

import org.decisiongates.approval.ApprovalOverview;
import org.decisiongates.approval.ApprovalOverview.IssueEntry;
import org.decisiongates.approval.ApprovalOverviewJson;
import org.decisiongates.confluence.link.JiraAnswer.Reason;
import org.decisiongates.confluence.link.JiraEndpoint;

public class ApprovalQuestionTest {

    private static final JiraEndpoint<ApprovalOverview> ENDPOINT = asking("A-1").endpoint();

    @Test
    public void readsKeysHoweverTheyAreTyped() {
        assertEquals("issue=SHOP-1&issue=SHOP-2&issue=PAY_2-3", asking("\u00a0shop-1,SHOP-2;\nPay_2-3\u00a0shop-1 ").query());
        assertEquals(Optional.of("Other Jira"), ApprovalQuestion.of(Map.of("issues", "A-1", "jira", " Other Jira ")).link());
    }

    @Test
    public void givesEveryFaultItsName() {
        assertEquals(Optional.empty(), asking(keys(20)).fault());
        assertEquals(Reason.TOO_MANY_ISSUES, asking(keys(21)).fault().orElseThrow().reason());
        assertEquals(Reason.NO_ISSUE, asking("").fault().orElseThrow().reason());
        for (String wrong : List.of("SHOP", "1-1", "SHOP-0", "SHOP-1&issue=SECRET-1", "SHOP-1#", "SH\u200bOP-1")) {
            assertEquals(wrong, Reason.BAD_ISSUE, asking("A-1, " + wrong).fault().orElseThrow().reason());
            assertEquals("nothing of the page's text", "(not keys of issues)", asking(wrong).logged());
        }
    }

    @Test
    public void asksForTheIssuesOfSeveralMacrosAsOne() throws Exception {
        List<ApprovalQuestion> questions = List.of(asking("A-1 A-2"), asking("A-2 A-3"), asking("A-9"));
        assertEquals("/rest/decision-gates/1.0/approvals?issue=A-1&issue=A-2&issue=A-3&issue=A-9", ENDPOINT.address(questions));
        ApprovalOverview all = new ApprovalOverview(Instant.EPOCH, "UTC", List.of(entry("A-1"), entry("A-2"), entry("A-3")),
                List.of("A-9"));

        List<JiraEndpoint.Part<ApprovalOverview>> parts = ENDPOINT.read(ApprovalOverviewJson.write(all), questions);
        assertEquals(List.of(List.of("A-1", "A-2"), List.of("A-2", "A-3"), List.of()),
                parts.stream().map(part -> part.content().orElseThrow().issues().stream().map(IssueEntry::asked).toList()).toList());
        assertEquals(List.of("A-9"), parts.get(2).content().orElseThrow().unseen());
        assertEquals("no issue to show", Reason.NO_PERMISSION,
                questions.get(2).objectionTo(parts.get(2).content().orElseThrow()).orElseThrow().reason());
        assertEquals(Optional.empty(), questions.get(1).objectionTo(parts.get(1).content().orElseThrow()));
    }

    @Test
    public void asksInSeveralCallsForMoreThanJiraAnswersAtOnce() {
        assertTrue(ENDPOINT.areFewEnough(List.of(asking(keys(20)), asking(keys(20)))));
        assertFalse(ENDPOINT.areFewEnough(List.of(asking(keys(20)), asking(keys(20).replace("A-", "B-")), asking("C-1"))));
    }

    private static IssueEntry entry(String key) {
        return IssueEntry.withoutApprovals(key, key, "");
    }

    private static String keys(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> "A-" + i).collect(Collectors.joining(" "));
    }

    private static ApprovalQuestion asking(String issues) {
        return ApprovalQuestion.of(Map.of("issues", issues));
    }
}
