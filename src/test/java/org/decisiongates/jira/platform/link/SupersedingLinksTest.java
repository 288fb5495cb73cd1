package org.decisiongates.jira.platform.link;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.link.IssueLink;
import com.atlassian.jira.issue.link.IssueLinkManager;
import com.atlassian.jira.issue.link.IssueLinkType;
import com.atlassian.jira.issue.link.IssueLinkTypeManager;
import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.jira.platform.issuetype.IssueTypeFixture;

public class SupersedingLinksTest {

    private static final String ID = "org.decisiongates.decision-gates:id." + SupersedingLinks.THING;

    private final IssueLinkManager manager = mock(IssueLinkManager.class);
    private final IssueLinkTypeManager types = mock(IssueLinkTypeManager.class);
    private final PluginSettings settings = mock(PluginSettings.class);
    private final IssueLinkType own = type(7, "Supersedes", "supersedes", "is superseded by");
    private SupersedingLinks links;

    @Before
    public void prepare() {
        PluginSettingsFactory factory = mock(PluginSettingsFactory.class);
        when(factory.createGlobalSettings()).thenReturn(settings);
        links = new SupersedingLinks(manager, types, new IssueLinkCreator(manager), IssueTypeFixture.memory(factory));
    }

    @Test
    public void knowsTheTypeOfSetupWhateverItIsCalledAndElseOneByItsWords() throws Exception {
        IssueLinkType renamed = type(7, "Ersetzt", "ersetzt", "wird ersetzt durch");
        IssueLinkType turned = type(8, "Successor", "is superseded by", "takes the place of");
        has(type(1, "Blocks", "blocks", "is blocked by"), turned, renamed);
        assertEquals(Optional.of(turned), links.type());
        links.link(issue(1), issue(2), turned, null);
        verify(manager).createIssueLink(1L, 2L, 8L, null, null);

        when(settings.get(ID)).thenReturn("7");
        assertEquals(Optional.of(renamed), links.type());
        links.link(issue(1), issue(2), renamed, null);
        verify(manager).createIssueLink(2L, 1L, 7L, null, null);
    }

    @Test
    public void findsNoTypeWhereNoneSaysIt() {
        has(type(1, "Blocks", "blocks", "is blocked by"));
        when(settings.get(ID)).thenReturn("7");

        assertEquals(Optional.empty(), links.type());
    }

    @Test
    public void followsSuccessorsHoweverManyThereAreAndEndsInACircle() {
        superseded(1, 2);
        superseded(2, 3);
        superseded(3, 1);
        assertTrue(links.follows(3L, 1L));
        assertTrue(links.follows(2L, 3L));
        assertFalse(links.follows(9L, 1L));
        for (int i = 100; i < 300; i++) {
            superseded(i, i + 1);
        }
        assertTrue("a line without an end is taken for a circle", links.follows(9L, 100L));
    }

    @Test
    public void linksNothingTwice() throws Exception {
        IssueLink there = link(2, 1);
        when(manager.getOutwardLinks(2L)).thenReturn(List.of(there));
        links.link(issue(1), issue(2), own, null);

        verify(manager, never()).createIssueLink(any(), any(), any(), any(), any());
    }

    private void has(IssueLinkType... all) {
        when(types.getIssueLinkTypes()).thenReturn(List.of(all));
    }

    private void superseded(long before, long after) {
        IssueLink link = link(after, before);
        List<IssueLink> all = new ArrayList<>(manager.getInwardLinks(before));
        all.add(link);
        when(manager.getInwardLinks(before)).thenReturn(all);
    }

    private IssueLink link(long source, long destination) {
        IssueLink link = mock(IssueLink.class);
        Issue from = issue(source);
        when(link.getIssueLinkType()).thenReturn(own);
        when(link.getLinkTypeId()).thenReturn(7L);
        when(link.getSourceObject()).thenReturn(from);
        when(link.getDestinationId()).thenReturn(destination);
        return link;
    }

    private static Issue issue(long id) {
        Issue issue = mock(Issue.class);
        when(issue.getId()).thenReturn(id);
        return issue;
    }

    private static IssueLinkType type(long id, String name, String outward, String inward) {
        IssueLinkType type = mock(IssueLinkType.class);
        when(type.getId()).thenReturn(id);
        when(type.getName()).thenReturn(name);
        when(type.getOutward()).thenReturn(outward);
        when(type.getInward()).thenReturn(inward);
        return type;
    }
}
