package org.decisiongates.jira.review;

import static org.junit.Assert.assertEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.atlassian.jira.issue.comments.Comment;
import com.atlassian.jira.security.JiraAuthenticationContext;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.jira.Texts;
import org.decisiongates.jira.platform.comment.QuotableComments;
import org.decisiongates.review.ReviewThreads;

public class ThreadCommentsTest {

    private static final String FROM = "From a comment by Lea Dahl, 16/Nov/26:\n";

    private final QuotableComments quotable = mock(QuotableComments.class);
    private final Comment comment = mock(Comment.class);
    private final ThreadComments comments = new ThreadComments(quotable, mock(JiraAuthenticationContext.class), Texts.english());

    @Before
    public void aComment() {
        when(comment.getId()).thenReturn(10300L);
        when(comment.getBody()).thenReturn("Who pays?");
        when(quotable.author(comment)).thenReturn("Lea Dahl");
        when(quotable.day(comment)).thenReturn("16/Nov/26");
        when(quotable.audience(comment)).thenReturn(Optional.empty());
    }

    @Test
    public void quotesTheCommentAboveWhatWasTyped() {
        assertEquals(FROM + "Who pays?", comments.quote(comment, " "));
        assertEquals(FROM + "Who pays?\n\nThe customer does not.", comments.quote(comment, "The customer does not."));
    }

    @Test
    public void shortensTheCommentAndNothingThatWasTyped() {
        when(comment.getBody()).thenReturn("x".repeat(10_000));
        String typed = "y".repeat(3_000);
        String quoted = comments.quote(comment, typed);
        assertEquals(ReviewThreads.MAX_TEXT, quoted.length());
        assertEquals(typed, quoted.substring(quoted.length() - 3_000));
    }

    @Test
    public void asksBeforeMorePeopleMayReadWhatFewCould() {
        when(quotable.audience(comment)).thenReturn(Optional.of("Only members of the group board may read it."));
        assertEquals(Set.of("copyRestricted"), comments.faults(Optional.of(comment), "10300", "").keySet());
        assertEquals("that was for another comment", Set.of("copyRestricted"),
                comments.faults(Optional.of(comment), "10300", "10299").keySet());
        assertEquals(Map.of(), comments.faults(Optional.of(comment), "10300", "10300"));
    }

    @Test
    public void saysThatACommentIsNotThere() {
        assertEquals(Set.of("comment"), comments.faults(Optional.empty(), "10300", "").keySet());
        assertEquals(Map.of(), comments.faults(Optional.empty(), "", ""));
    }
}
