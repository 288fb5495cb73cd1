package org.decisiongates.jira.gate;

import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.util.Map;
import java.util.Optional;

import com.atlassian.jira.exception.CreateException;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.link.IssueLinkType;
import com.opensymphony.workflow.WorkflowException;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.issue.DecisionPhase;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.Successor;
import org.decisiongates.jira.platform.link.SupersedingLinks;

public class LinkSuccessorFunctionTest {

    private static final String FIELD = "customfield_10103";

    private final TransitionFixture jira = new TransitionFixture();
    private final Successors successors = mock(Successors.class);
    private final SupersedingLinks links = mock(SupersedingLinks.class);
    private final Issue successor = mock(Issue.class);
    private final IssueLinkType type = mock(IssueLinkType.class);
    private LinkSuccessorFunction function;

    @Before
    public void prepare() {
        jira.ids.put("field.superseded-by", FIELD);
        jira.custom(FIELD, "Superseded by", "textfield");
        function = new LinkSuccessorFunction(jira.fields(), successors, links, jira.users, jira.texts());
        when(successor.getKey()).thenReturn("SHOP-2");
        when(successors.issue("SHOP-2", "lead")).thenReturn(Optional.of(successor));
        when(links.type()).thenReturn(Optional.of(type));
    }

    @Test
    public void linksWhatTheFieldNamesAndDoesNothingWhileItIsEmpty() throws Exception {
        function.execute(jira.variables, Map.of(), null);
        verifyNoInteractions(links);

        names(DecisionPhase.DECIDED, true);
        function.execute(jira.variables, Map.of(), null);
        verify(links).link(jira.issue, successor, type, null);
    }

    @Test
    public void failsTheTransitionWhereTheLinkCannotBeMade() throws Exception {
        names(DecisionPhase.DECIDED, true);
        doThrow(new CreateException("the database is away")).when(links).link(any(), any(), any(), any());

        WorkflowException failed = assertThrows(WorkflowException.class, () -> function.execute(jira.variables, Map.of(), null));
        assertTrue(failed.getMessage(), failed.getMessage().contains("SHOP-2"));
    }

    @Test
    public void failsTheTransitionWhereWhatIsNamedDecidesNothingByNow() throws Exception {
        names(DecisionPhase.REJECTED, true);
        WorkflowException failed = assertThrows(WorkflowException.class, () -> function.execute(jira.variables, Map.of(), null));
        assertTrue(failed.getMessage(), failed.getMessage().contains("SHOP-2"));
        verifyNoInteractions(links);
    }

    @Test
    public void makesNoLinkForWhoMayMakeNone() throws Exception {
        names(DecisionPhase.DECIDED, false);
        WorkflowException failed = assertThrows(WorkflowException.class, () -> function.execute(jira.variables, Map.of(), null));
        assertTrue(failed.getMessage(), failed.getMessage().contains("Link Issues"));
        verifyNoInteractions(links);
    }

    private void names(DecisionPhase phase, boolean isLinkable) {
        jira.value(FIELD, "SHOP-2");
        when(successors.named("SHOP-2", jira.issue, "lead"))
                .thenReturn(Optional.of(new Successor("SHOP-2", "decision", IssueSnapshot.statusOf(phase), false, false,
                        isLinkable)));
    }
}
