package org.decisiongates.jira.takeout;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.comments.CommentManager;
import com.atlassian.jira.issue.status.Status;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import org.junit.Before;
import org.junit.Test;
import org.mockito.ArgumentCaptor;

import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.takeout.TakenGate;
import org.decisiongates.takeout.TakenIssue;
import org.decisiongates.takeout.TakenWaiver;

public class ImportedHistoryTest {

    private static final Instant MONDAY = Instant.parse("2026-11-16T09:00:00Z");

    private final CommentManager comments = mock(CommentManager.class);
    private final JiraTexts texts = mock(JiraTexts.class,
            call -> call.getMethod().getReturnType() == String.class ? Arrays.toString(call.getArguments()) : null);
    private final ImportedHistory history = new ImportedHistory(comments, texts);
    private final Issue issue = mock(Issue.class);
    private final ApplicationUser caller = mock(ApplicationUser.class);

    @Before
    public void anIssueWithoutComments() {
        Status draft = mock(Status.class);
        when(draft.getName()).thenReturn("Draft");
        when(issue.getStatus()).thenReturn(draft);
        when(comments.getCommentsForUser(issue, caller)).thenReturn(List.of());
    }

    @Test
    public void keepsNoMoreThanACommentOfJiraHolds() {
        List<TakenGate> gates = IntStream.range(0, 100).mapToObj(number -> gate("gate" + number, "rule ".repeat(100))).toList();
        String said = said(List.of(waiver("r".repeat(40_000))), gates);

        assertTrue("Jira refuses more than 32 767 characters: " + said.length(), said.length() < 32_000);
        assertTrue("what was waived", said.contains("has-due-date"));
        assertTrue("the newest", said.contains("gate99"));
        assertTrue("in their order", said.indexOf("gate98") < said.indexOf("gate99"));
        assertTrue("not the oldest", !said.contains("gate0,"));
        assertTrue("how many are left out", said.contains("more-gates"));
    }

    @Test
    public void keepsAllThatHasRoom() {
        String said = said(List.of(), List.of(gate("Decide", "has-owner"), gate("Close", "{NoFormat}")));
        assertEquals(6, said.lines().count());
        assertTrue(said, said.indexOf("Decide") < said.indexOf("Close"));
        assertTrue("ends in nothing that was typed", said.contains("{ NoFormat}"));
    }

    private String said(List<TakenWaiver> waivers, List<TakenGate> gates) {
        TakenIssue taken = new TakenIssue(10_008, "OLD-8", "decision", "Which provider?", "", "Draft", Optional.of("DRAFT"),
                Optional.of(MONDAY), MONDAY, MONDAY,
                Optional.empty(), Optional.empty(), Map.of(), List.of(), 0, List.of(), List.of(), waivers, Optional.empty(),
                Optional.empty(), gates);
        history.keep(taken, issue, new IssueImport.Target("https://old.example.com", mock(Project.class), caller,
                new ImportPersonMapping(Map.of(), mock(UserManager.class)), false), new ArrayList<>());
        ArgumentCaptor<String> said = ArgumentCaptor.forClass(String.class);
        verify(comments).create(any(), eq(caller), said.capture(), eq(false));
        return said.getValue();
    }

    private static TakenGate gate(String transition, String failed) {
        return new TakenGate(MONDAY, transition, "ann", "SCREEN", "decision", 1, "decide", "REFUSED", List.of(failed));
    }

    private static TakenWaiver waiver(String reason) {
        return new TakenWaiver(1, "decision", "has-due-date", "", MONDAY, List.of(new TakenWaiver.Step("ASKED", "ann", MONDAY, reason)));
    }
}
