package org.decisiongates.jira.blocker;

import static org.junit.Assert.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.atlassian.jira.exception.CreateException;
import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.changehistory.ChangeHistory;
import com.atlassian.jira.issue.changehistory.ChangeHistoryManager;
import com.atlassian.jira.issue.customfields.option.Option;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.issue.history.ChangeItemBean;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.fixture.ChangeBuilder;
import org.decisiongates.issue.CommunicationPlan;
import org.decisiongates.issue.IssueRecords;
import org.decisiongates.issue.OwnField;
import org.decisiongates.jira.creation.PostCreationStep;
import org.decisiongates.jira.creation.PostCreationStep.When;
import org.decisiongates.jira.platform.fields.OwnFields;
import org.decisiongates.jira.platform.rest.OwnIssueAccess;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.record.Records;

public class CommunicationPlanStepsTest {

    private final Records records = mock(Records.class);
    private final OwnIssueAccess access = mock(OwnIssueAccess.class);
    private final OwnFields own = mock(OwnFields.class);
    private final CustomFieldManager fields = mock(CustomFieldManager.class);
    private final ChangeHistoryManager histories = mock(ChangeHistoryManager.class);
    private final CustomField facing = mock(CustomField.class);
    private final Issue blocker = mock(Issue.class);
    private final CommunicationPlan plan = new CommunicationPlan("Merchants", "Status page", Optional.of("ann"), Optional.empty());
    private final CommunicationPlanSteps steps = new CommunicationPlanSteps(records, access, own, fields, histories);

    @Before
    public void aBlockerThatCustomersNoticeAndThatHasNoPlan() {
        when(blocker.getId()).thenReturn(1L);
        when(blocker.getKey()).thenReturn("SHOP-1");
        when(own.idOf(OwnField.CUSTOMER_FACING)).thenReturn(Optional.of("customfield_1"));
        when(fields.getCustomFieldObject("customfield_1")).thenReturn(facing);
        when(facing.getName()).thenReturn("Customer-facing");
        says(true);
        when(records.recordsOf(1L)).thenReturn(IssueRecords.of(List.of()));
        when(access.editable(blocker)).thenReturn(true);
    }

    @Test
    public void storesThePlanOfABlockerThatWasCreatedJustNow() throws CreateException {
        says(false);
        when(access.editable(blocker)).thenReturn(false);
        run(When.CREATED);
        stored();
    }

    @Test
    public void storesThePlanWhereTheCreationEndedHalfWay() throws CreateException {
        changed("Link");
        run(When.FOUND);
        stored();
    }

    @Test
    public void storesNoneWhereTheBlockerItselfSaysThatCustomersDoNotNoticeIt() throws CreateException {
        says(false);
        run(When.FOUND);
        notStored();
        when(blocker.getCustomFieldValue(facing)).thenReturn(null);
        run(When.FOUND);
        notStored();
    }

    @Test
    public void storesNoSecondOne() throws CreateException {
        when(records.recordsOf(1L)).thenReturn(IssueRecords.of(List.of(plan)));
        run(When.FOUND);
        notStored();
    }

    @Test
    public void saysThatItStoredNoneForWhoMayNotEditTheBlocker() {
        when(access.editable(blocker)).thenReturn(false);
        refused();
    }

    @Test
    public void saysThatItStoredNoneWhereSomebodyRemovedThePlan() {
        when(records.history(1L)).thenReturn(List.of(ChangeBuilder.aChange().change()));
        refused();
    }

    @Test
    public void saysThatItStoredNoneWhereSomebodyHasSaidSinceThatCustomersNoticeIt() {
        changed("Customer-facing");
        refused();
    }

    private void refused() {
        assertThrows(ProblemException.class, () -> run(When.FOUND));
        notStored();
    }

    private void run(When when) throws CreateException {
        for (PostCreationStep step : steps.of(plan)) {
            if (step.when() == when) {
                step.action().complete(blocker);
            }
        }
    }

    private void stored() {
        verify(records).add(any(), any());
    }

    private void notStored() {
        verify(records, never()).add(any(), any());
    }

    private void says(boolean yes) {
        Option option = mock(Option.class);
        when(own.saysYes(option)).thenReturn(yes);
        when(blocker.getCustomFieldValue(facing)).thenReturn(option);
    }

    private void changed(String field) {
        ChangeHistory change = mock(ChangeHistory.class);
        when(change.getChangeItemBeans())
                .thenReturn(List.of(new ChangeItemBean("custom", field, "", "", "", "", Timestamp.from(Instant.EPOCH))));
        when(histories.getChangeHistories(blocker)).thenReturn(List.of(change));
    }
}
