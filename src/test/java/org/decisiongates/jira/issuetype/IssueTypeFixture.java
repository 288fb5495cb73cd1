package org.decisiongates.jira.issuetype;

import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import com.atlassian.sal.api.timezone.TimeZoneManager;

import org.decisiongates.fixture.TestTime;

/** Makes what other packages only get from the container. */
public final class IssueTypeFixture {

    private IssueTypeFixture() {
    }

    public static Memory memory(PluginSettingsFactory settings) {
        return new Memory(settings);
    }

    public static OwnFields ownFields(PluginSettingsFactory settings) {
        return new OwnFields(new Memory(settings));
    }

    public static OwnIssueTypes ownIssueTypes(PluginSettingsFactory settings) {
        return new OwnIssueTypes(new Memory(settings));
    }

    public static ProjectTime time(TimeZoneManager zones) {
        return new ProjectTime(zones, TestTime.CLOCK);
    }
}
