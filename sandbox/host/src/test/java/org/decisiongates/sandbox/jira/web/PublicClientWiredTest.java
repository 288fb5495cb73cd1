package org.decisiongates.sandbox.jira.web;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import net.rcarz.jiraclient.BasicCredentials;
import net.rcarz.jiraclient.Field;
import net.rcarz.jiraclient.Issue;
import net.rcarz.jiraclient.JiraClient;
import net.rcarz.jiraclient.JiraException;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;

import org.decisiongates.sandbox.host.Boxes;
import org.decisiongates.sandbox.host.RunningBox;

/** A public Jira client, written against the real product by others, works on the sandbox as it is. */
public class PublicClientWiredTest {

    @ClassRule
    public static final Boxes BOXES = new Boxes();

    private static final PagesOnly JIRA = new PagesOnly();
    private static RunningBox box;
    private static JiraClient client;

    @BeforeClass
    public static void start() throws Exception {
        box = BOXES.start(JIRA, BOXES.options());
        client = new JiraClient(box.baseUrl(), new BasicCredentials("lead", "lead"));
    }

    @Test
    public void createsReadsAndSearches() throws JiraException {
        Issue created = client.createIssue("SHOP", "Task").field(Field.SUMMARY, "From a public client").field(Field.DUE_DATE, "2027-02-01")
                .field(Field.ASSIGNEE, "owner").execute();
        Issue read = client.getIssue(created.getKey());
        assertEquals("From a public client", read.getSummary());
        assertEquals("owner", read.getAssignee().getName());
        assertEquals("Task", read.getIssueType().getName());
        Issue.SearchResult found = client.searchIssues("summary ~ \"public client\" ORDER BY key");
        assertEquals(1, found.total);
        assertEquals(created.getKey(), found.issues.get(0).getKey());
    }

    @Test
    public void editsCommentsLinksAndMovesOn() throws JiraException {
        Issue issue = client.createIssue("SHOP", "Task").field(Field.SUMMARY, "To be moved by a public client").execute();
        Issue other = client.createIssue("SHOP", "Task").field(Field.SUMMARY, "Its neighbour").execute();
        issue.update().field(Field.SUMMARY, "Edited by a public client").execute();
        issue.addComment("Said by a public client");
        issue.link(other.getKey(), JIRA.jira.links().types().get(0).name());
        issue.transition().execute("Start Progress");
        Issue read = client.getIssue(issue.getKey());
        assertEquals("Edited by a public client", read.getSummary());
        assertEquals("In Progress", read.getStatus().getName());
        assertEquals("Said by a public client", read.getComments().get(0).getBody());
        assertEquals(1, read.getIssueLinks().size());
    }

    @Test
    public void learnsWhatIsWrong() {
        JiraException refusal = assertThrows(JiraException.class, () -> client.searchIssues("projct ="));
        assertTrue(refusal.getCause().getMessage(), refusal.getCause().getMessage().contains("400"));
        assertThrows(JiraException.class, () -> client.getIssue("SHOP-99999"));
    }

    @Test
    public void listsProjectsAndPriorities() throws JiraException {
        assertEquals("SHOP", client.getProject("SHOP").getKey());
        assertTrue(client.getPriorities().size() > 1);
    }
}
