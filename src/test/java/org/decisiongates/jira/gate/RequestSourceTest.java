package org.decisiongates.jira.gate;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

import org.decisiongates.timeline.GateEvent.Source;

public class RequestSourceTest {

    @Test
    public void tellsTheWaysOfAskingApart() {
        assertEquals(Source.REST, RequestSource.of("/rest/api/2/issue/SHOP-1/transitions"));
        assertEquals(Source.SCREEN, RequestSource.of("/secure/CommentAssignIssue.jspa"));
        assertEquals(Source.SCREEN, RequestSource.of("/secure/QuickCreateIssue.jspa"));
        assertEquals(Source.SCREEN, RequestSource.of("/browse/REST-1"));
        assertEquals(Source.BULK, RequestSource.of("/secure/BulkWorkflowTransitionPerform.jspa"));
        assertEquals(Source.BULK, RequestSource.of("/secure/views/bulkedit/BulkWorkflowTransition.jspa"));
    }

    @Test
    public void takesTheAbsenceOfARequestForTheBackground() {
        assertEquals(Source.BACKGROUND, new RequestSource().current());
    }
}
