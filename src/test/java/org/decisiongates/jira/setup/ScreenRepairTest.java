package org.decisiongates.jira.setup;

import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Optional;

import com.atlassian.jira.issue.fields.screen.FieldScreen;
import com.atlassian.jira.issue.fields.screen.FieldScreenManager;
import com.atlassian.jira.issue.fields.screen.FieldScreenTab;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.issue.OwnField;
import org.decisiongates.jira.platform.fields.OwnFields;
import org.decisiongates.jira.platform.issuetype.OwnScreen;
import org.decisiongates.jira.platform.issuetype.SetupRegistry;

public class ScreenRepairTest {

    private final FieldScreenManager screens = mock(FieldScreenManager.class);
    private final OwnFields fields = mock(OwnFields.class);
    private final SetupRegistry registry = mock(SetupRegistry.class);
    private final FieldScreen create = mock(FieldScreen.class);
    private final FieldScreenTab tab = mock(FieldScreenTab.class);
    private final ScreenSteps steps = new ScreenSteps(screens, fields, registry);

    @Before
    public void aScreenFromWhichSomebodyTookTheOwnerAndJirasDueDate() {
        when(registry.id(any())).thenReturn(Optional.empty());
        when(registry.id(OwnScreen.BLOCKER_PLAN.thing())).thenReturn(Optional.of("7"));
        when(screens.getFieldScreen(7L)).thenReturn(create);
        when(create.getTabs()).thenReturn(List.of(tab));
        when(create.getTab(0)).thenReturn(tab);
        when(fields.idOf(any())).thenAnswer(call -> Optional.of("customfield_" + call.<OwnField>getArgument(0).key()));
        when(tab.isContainsField("customfield_fallback")).thenReturn(true);
    }

    @Test
    public void addsWhatHealthFindsMissingAndNothingElse() {
        assertEquals(List.of("Owner"), steps.missing(OwnScreen.BLOCKER_PLAN));

        assertEquals(Optional.empty(), new ScreenRepair(steps).repair());

        verify(tab).addFieldScreenLayoutItem("customfield_owner");
        verify(tab, atLeastOnce()).isContainsField(any());
        verifyNoMoreInteractions(tab);
    }
}
