package org.decisiongates.confluence.summary;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.Date;
import java.util.Map;

import com.atlassian.confluence.pages.AbstractPage;
import com.atlassian.confluence.pages.PageManager;
import com.atlassian.confluence.security.Permission;
import com.atlassian.confluence.security.PermissionManager;
import com.atlassian.confluence.user.AuthenticatedUserThreadLocal;
import com.atlassian.confluence.user.ConfluenceUser;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.confluence.macro.StoredPages;

public class StoredPagesTest {

    private static final String BODY = """
            <p>The week</p><ac:structured-macro ac:name="decision-weekly-summary" ac:schema-version="1"><ac:parameter ac:name="project">shop</ac:parameter>\
            <ac:parameter ac:name="rows">3</ac:parameter></ac:structured-macro>
            <ac:structured-macro ac:name="decision-weekly-summary"><ac:parameter ac:name="jql">due &lt; now() &amp; a</ac:parameter></ac:structured-macro>""";

    private final PageManager pages = mock(PageManager.class);
    private final PermissionManager permissions = mock(PermissionManager.class);
    private final StoredPages stored = new StoredPages(pages, permissions);
    private final ConfluenceUser reader = mock(ConfluenceUser.class);
    private final AbstractPage page = mock(AbstractPage.class);

    @Before
    public void storeAPage() {
        when(pages.getAbstractPage(17)).thenReturn(page);
        when(page.getBodyAsString()).thenReturn(BODY);
        when(permissions.hasPermission(reader, Permission.VIEW, page)).thenReturn(true);
        AuthenticatedUserThreadLocal.set(reader);
    }

    @After
    public void afterWaiting() {
        AuthenticatedUserThreadLocal.reset();
    }

    @Test
    public void findsWhatAMacroOfThePageAsks() {
        assertTrue(asks(Map.of("project", "SHOP")));
        assertTrue(asks(Map.of("jql", "due < now() & a")));
    }

    @Test
    public void findsNothingThatThePageDoesNotAsk() {
        assertFalse(asks(Map.of("project", "OTHER")));
        assertFalse(asks(Map.of("project", "SHOP", "week", "last")));
        assertFalse(asks(Map.of("project", "SHOP", "jira", "Other Jira")));
        assertFalse(asks(Map.of("jql", "due < now() & b")));
        assertFalse(asks(Map.of()));
    }

    @Test
    public void knowsNoPageThatTheReaderMayNotSee() {
        AuthenticatedUserThreadLocal.set(mock(ConfluenceUser.class));
        assertFalse(asks(Map.of("project", "SHOP")));
        AuthenticatedUserThreadLocal.reset();
        assertFalse(asks(Map.of("project", "SHOP")));
        when(permissions.hasPermission(null, Permission.VIEW, page)).thenReturn(true);
        assertTrue("a public page", asks(Map.of("project", "SHOP")));
    }

    @Test
    public void knowsTheWeekOfThePageByTheMomentOfItsCreation() {
        when(page.getCreationDate()).thenReturn(Date.from(Instant.parse("2026-11-18T09:15:00.250Z")));
        when(page.getBodyAsString())
                .thenReturn("<ac:structured-macro ac:name=\"decision-weekly-summary\"><ac:parameter ac:name=\"project\">"
                        + "SHOP</ac:parameter><ac:parameter ac:name=\"week\">page</ac:parameter></ac:structured-macro>");
        assertTrue(asks(Map.of("project", "SHOP", "week", "2026-11-18T09:15:00Z")));
        assertFalse(asks(Map.of("project", "SHOP", "week", "2026-11-18T09:15:01Z")));
        assertFalse(asks(Map.of("project", "SHOP")));
    }

    @Test
    public void knowsNoPageThatIsNotThere() {
        assertFalse(asks(18, SummaryQuestion.of(Map.of("project", "SHOP"))));
        when(page.getBodyAsString()).thenReturn(null);
        assertFalse(asks(Map.of("project", "SHOP")));
    }

    private boolean asks(long id, SummaryQuestion question) {
        return stored.hold(id, WeeklySummaryMacro.NAME,
                (parameters, on) -> SummaryQuestion.of(WeekOfPage.resolve(parameters, on)).equals(question));
    }

    private boolean asks(Map<String, String> parameters) {
        return asks(17, SummaryQuestion.of(parameters));
    }
}
