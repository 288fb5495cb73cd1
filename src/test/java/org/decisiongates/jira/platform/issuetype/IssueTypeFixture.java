package org.decisiongates.jira.platform.issuetype;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.cache.Cache;
import com.atlassian.cache.CacheManager;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import com.atlassian.sal.api.timezone.TimeZoneManager;

import org.decisiongates.fixture.TestTime;
import org.decisiongates.jira.platform.fields.OwnFields;
import org.decisiongates.jira.platform.time.ProjectTime;

/** Makes what other packages only get from the container. */
public final class IssueTypeFixture {

    private IssueTypeFixture() {
    }

    public static SetupRegistry memory(PluginSettingsFactory settings) {
        return new SetupRegistry(settings);
    }

    public static OwnFields ownFields(PluginSettingsFactory settings) {
        return new OwnFields(new SetupRegistry(settings));
    }

    public static OwnIssueTypes ownIssueTypes(PluginSettingsFactory settings) {
        return new OwnIssueTypes(new SetupRegistry(settings), typeMaps(settings), phaseMaps(settings));
    }

    /** They are read from the settings once. */
    @SuppressWarnings("unchecked")
    public static IssueTypeMaps typeMaps(PluginSettingsFactory settings) {
        Cache<Object, Object> cache = mock(Cache.class);
        when(cache.get(any())).thenReturn("unchanged");
        CacheManager caches = mock(CacheManager.class);
        when(caches.getCache(any(), any(), any())).thenReturn(cache);
        return new IssueTypeMaps(settings, caches);
    }

    public static PhaseMaps phaseMaps(PluginSettingsFactory settings) {
        return new PhaseMaps(settings);
    }

    public static ProjectTime time(TimeZoneManager zones) {
        return new ProjectTime(zones, TestTime.CLOCK);
    }
}
