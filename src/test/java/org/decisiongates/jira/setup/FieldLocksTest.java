package org.decisiongates.jira.setup;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.atlassian.jira.bc.ServiceOutcome;
import com.atlassian.jira.config.managedconfiguration.ConfigurationItemAccessLevel;
import com.atlassian.jira.config.managedconfiguration.ManagedConfigurationItem;
import com.atlassian.jira.config.managedconfiguration.ManagedConfigurationItemBuilder;
import com.atlassian.jira.config.managedconfiguration.ManagedConfigurationItemService;
import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.util.ErrorCollection;
import com.atlassian.plugin.Plugin;
import com.atlassian.plugin.PluginAccessor;
import org.junit.Before;
import org.junit.Test;
import org.mockito.ArgumentCaptor;

import org.decisiongates.issue.OwnField;
import org.decisiongates.jira.platform.fields.OwnFields;
import org.decisiongates.jira.platform.service.OptionalServices;

public class FieldLocksTest {

    private static final String ID = "customfield_10200";
    private static final ManagedConfigurationItem FREE = new ManagedConfigurationItemBuilder().setItemId(ID)
            .setConfigurationItemAccessLevel(ConfigurationItemAccessLevel.ADMIN).build();

    private final OptionalServices services = mock(OptionalServices.class);
    private final ManagedConfigurationItemService managed = mock(ManagedConfigurationItemService.class);
    private final CustomFieldManager fields = mock(CustomFieldManager.class);
    private final OwnFields own = mock(OwnFields.class);
    private final PluginAccessor plugins = mock(PluginAccessor.class);
    private final CustomField owner = mock(CustomField.class);
    private final ServiceOutcome<ManagedConfigurationItem> outcome = outcome();
    private final FieldLocks locks = new FieldLocks(services, fields, own, plugins);

    @Before
    public void makeAField() {
        Plugin app = mock(Plugin.class);
        when(app.getKey()).thenReturn("org.decisiongates.decision-gates");
        when(plugins.getPlugin("org.decisiongates.decision-gates")).thenReturn(app);
        when(services.find("com.atlassian.jira.config.managedconfiguration.ManagedConfigurationItemService"))
                .thenReturn(Optional.of(managed));
        when(own.idOf(any())).thenReturn(Optional.empty());
        when(own.idOf(OwnField.OWNER)).thenReturn(Optional.of(ID));
        when(fields.getCustomFieldObject(ID)).thenReturn(owner);
        when(owner.getFieldName()).thenReturn("Owner");
        when(managed.getManagedCustomField(owner)).thenReturn(FREE);
        when(managed.updateManagedConfigurationItem(any())).thenReturn(outcome);
        when(outcome.isValid()).thenReturn(true);
    }

    @Test
    public void locksAFieldInTheNameOfTheApp() {
        assertEquals(Optional.empty(), locks.lock(OwnField.OWNER));
        ManagedConfigurationItem stored = stored();
        assertEquals(ID, stored.getItemId());
        assertTrue(stored.isManaged());
        assertEquals(ConfigurationItemAccessLevel.LOCKED, stored.getConfigurationItemAccessLevel());
        assertEquals("org.decisiongates.decision-gates", stored.getSourceId());
        assertEquals("decision-gates.jira.setup.locked-field", stored.getDescriptionI18nKey());
        when(managed.getManagedCustomField(owner)).thenReturn(stored);
        assertTrue(locks.isLocked(owner));
    }

    @Test
    public void leavesAnUnlockedFieldToEveryAdministrator() {
        when(managed.getManagedCustomField(owner)).thenReturn(FREE.newBuilder().setManaged(true)
                .setConfigurationItemAccessLevel(ConfigurationItemAccessLevel.LOCKED).build());
        assertEquals(Optional.empty(), locks.unlock(owner));
        ManagedConfigurationItem stored = stored();
        assertFalse(stored.isManaged());
        assertEquals(ConfigurationItemAccessLevel.ADMIN, stored.getConfigurationItemAccessLevel());
        when(managed.getManagedCustomField(owner)).thenReturn(stored);
        assertFalse(locks.isLocked(owner));
    }

    @Test
    public void isAThingOfSetUpForEachFieldThatHoldsNothingElseUp() throws Exception {
        List<SetupStep> steps = locks.all();
        assertEquals(OwnField.values().length, steps.size());
        assertEquals("field-lock.owner", steps.get(0).thing());
        ErrorCollection errors = mock(ErrorCollection.class);
        when(errors.getErrorMessages()).thenReturn(Set.of("No."));
        when(outcome.isValid()).thenReturn(false);
        when(outcome.getErrorCollection()).thenReturn(errors);
        for (SetupStep step : steps) {
            assertEquals(step.thing(), "done", step.make().call());
        }
        verify(managed, times(1)).updateManagedConfigurationItem(any());
        assertEquals("Owner: No.", new FieldLockRepair(locks).repair().orElseThrow());
    }

    @Test
    public void hasNothingToLockInAJiraThatLetsAppsLockNothing() throws Exception {
        when(services.find(any())).thenReturn(Optional.empty());
        assertEquals(List.of(), locks.lockable());
        assertFalse(locks.isLocked(owner));
        assertEquals(Optional.empty(), new FieldLockRepair(locks).repair());
        for (SetupStep step : locks.all()) {
            assertEquals(step.thing(), "done", step.make().call());
        }
    }

    private ManagedConfigurationItem stored() {
        ArgumentCaptor<ManagedConfigurationItem> item = ArgumentCaptor.forClass(ManagedConfigurationItem.class);
        verify(managed).updateManagedConfigurationItem(item.capture());
        return item.getValue();
    }

    @SuppressWarnings("unchecked")
    private static ServiceOutcome<ManagedConfigurationItem> outcome() {
        return mock(ServiceOutcome.class);
    }
}
