package org.decisiongates.jira.platform.link;

import static org.junit.Assert.assertEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Optional;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.link.IssueLink;
import com.atlassian.jira.issue.link.IssueLinkManager;
import com.atlassian.jira.issue.link.IssueLinkType;
import com.atlassian.jira.issue.link.IssueLinkTypeManager;
import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import org.junit.Test;

public class ScopeChangeLinksTest {

    private final IssueLinkManager manager = mock(IssueLinkManager.class);
    private final IssueLinkTypeManager types = mock(IssueLinkTypeManager.class);
    private final PluginSettings settings = mock(PluginSettings.class);
    private final ScopeChangeLinks links;

    public ScopeChangeLinksTest() {
        PluginSettingsFactory factory = mock(PluginSettingsFactory.class);
        when(factory.createGlobalSettings()).thenReturn(settings);
        links = LinkFixture.scopeChanges(manager, types, factory);
    }

    @Test
    public void knowsTheTypeOfSetupWhateverItIsCalledAndElseOneByItsWords() {
        IssueLinkType worded = type(7, "Changes the Scope of");
        IssueLinkType renamed = type(8, "\u00e4ndert den Umfang von");
        IssueLinkType other = type(6, "blocks");
        when(types.getIssueLinkTypes()).thenReturn(List.of(other, worded, renamed));
        assertEquals(Optional.of(worded), links.type());
        when(settings.get("org.decisiongates.decision-gates:id." + ScopeChangeLinks.THING)).thenReturn("8");
        assertEquals(Optional.of(renamed), links.type());
    }

    @Test
    public void findsWhatChangesTheScopeOnceAndNothingElse() {
        IssueLinkType says = type(7, "changes the scope of");
        List<IssueLink> inward = List.of(link(says, 11), link(type(6, "blocks"), 12), link(says, 11), link(says, 13));
        when(manager.getInwardLinks(1L)).thenReturn(inward);
        assertEquals(List.of(11L, 13L), links.changesOf(1L).stream().map(Issue::getId).toList());
    }

    private static IssueLink link(IssueLinkType type, long source) {
        Issue issue = mock(Issue.class);
        when(issue.getId()).thenReturn(source);
        IssueLink link = mock(IssueLink.class);
        Long typeId = type.getId();
        when(link.getIssueLinkType()).thenReturn(type);
        when(link.getLinkTypeId()).thenReturn(typeId);
        when(link.getSourceObject()).thenReturn(issue);
        return link;
    }

    private static IssueLinkType type(long id, String outward) {
        IssueLinkType type = mock(IssueLinkType.class);
        when(type.getId()).thenReturn(id);
        when(type.getOutward()).thenReturn(outward);
        return type;
    }
}
