package org.decisiongates.jira.readiness;

import static org.junit.Assert.assertEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.version.Version;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.fixture.GoldenHtml;
import org.decisiongates.jira.Moments;
import org.decisiongates.jira.Texts;
import org.decisiongates.jira.platform.fields.JiraFields;
import org.decisiongates.readiness.Score;

public class ReleaseReadinessViewTest {

    private final ApplicationProperties application = mock(ApplicationProperties.class);
    private final Project project = mock(Project.class);
    private final ReleaseReadinessFormatter formatter = new ReleaseReadinessFormatter(
            new ReadinessFormatter(Texts.english(), mock(JiraFields.class), Moments.days()), Texts.english(), application);

    @Before
    public void aProjectWithReleases() {
        when(application.getBaseUrl(UrlMode.RELATIVE)).thenReturn("/jira");
        when(project.getKey()).thenReturn("SHOP");
        releases("1.0", "1.1 \"beta\" & more");
    }

    @Test
    public void showsWhatLacksMostFirst() {
        List<ScoredIssue> issues = Stream.of(issue("SHOP-1", "Ready", met("has-owner", 60), met("has-due-date", 40)),
                issue("SHOP-2", "Nothing is asked of it"), issue("SHOP-3", "Lacks much", unmet("has-owner", 60), unmet("has-due-date", 40)),
                issue("SHOP-4", "Lacks as much in one rule", unmet("has-owner", 100)),
                issue("SHOP-5", "Lacks a little", met("has-owner", 60), unmet("has-due-date", 40)))
                .sorted(ScoredIssue.BY_WHAT_IS_MISSING).toList();
        assertEquals(List.of("SHOP-3", "SHOP-4", "SHOP-5", "SHOP-1", "SHOP-2"), issues.stream().map(one -> one.issue().getKey()).toList());
        page(formatter.view(project, "1.0", issues, 0)).matches("typical");
    }

    @Test
    public void showsBeforeWhatPassesWhatCannotBeToldAndKeepsTheOrderOfWhatIsAlike() {
        List<String> order = Stream.of(issue("SHOP-1", "Ready", met("has-owner", 100)), issue("SHOP-2", "Not asked"),
                untold("SHOP-3", met("has-owner", 100)), issue("SHOP-4", "Ready", met("has-owner", 100)), untold("SHOP-5"),
                issue("SHOP-6", "Lacks", unmet("has-owner", 100)), untold("SHOP-7", met("has-owner", 100)),
                issue("SHOP-8", "Lacks", unmet("has-owner", 100)))
                .sorted(ScoredIssue.BY_WHAT_IS_MISSING).map(one -> one.issue().getKey()).toList();
        assertEquals(List.of("SHOP-6", "SHOP-8", "SHOP-3", "SHOP-5", "SHOP-7", "SHOP-1", "SHOP-4", "SHOP-2"), order);
    }

    @Test
    public void saysThatThereIsNothing() {
        page(formatter.notice(project, "1.0", "empty", "1.0")).matches("empty");
    }

    @Test
    public void showsTextsAsTexts() {
        String text = GoldenHtml.HOSTILE;
        releases(text);
        page(formatter.view(project, text, List.of(issue("SHOP-1", text, unmet(text, 100))), 0)).matches("hostile");
    }

    @Test
    public void leadsFromPartToPart() {
        List<ScoredIssue> many = IntStream.range(0, 101).mapToObj(i -> issue("SHOP-" + i, "Lacks " + i, unmet("has-owner", 100))).toList();
        List<String> parts = new ArrayList<>();
        for (int start : List.of(0, 50, 100)) {
            Document page = Jsoup.parse(page(formatter.view(project, "1.1 \"beta\" & more", many, start)).render());
            parts.add(page.select("tbody tr").size() + " " + page.select(".decision-gates-release-pages a").eachAttr("href").stream()
                    .map(href -> href.substring(href.lastIndexOf("&release="))).toList());
        }
        String release = "&release=1.1+%22beta%22+%26+more&start=";
        assertEquals(List.of("50 [" + release + "50]", "50 [" + release + "0, " + release + "100]", "1 [" + release + "50]"), parts);
    }

    private void releases(String... names) {
        List<Version> versions = Stream.of(names).map(name -> {
            Version version = mock(Version.class);
            when(version.getName()).thenReturn(name);
            return version;
        }).toList();
        when(project.getVersions()).thenReturn(versions);
    }

    private static ScoredIssue issue(String key, String summary, Score.Points... rules) {
        Issue issue = mock(Issue.class);
        when(issue.getKey()).thenReturn(key);
        when(issue.getSummary()).thenReturn(summary);
        return new ScoredIssue(issue, new Score(rules.length > 0, List.of(), List.of(rules), List.of()));
    }

    /** Of which a rule is asked that only the transition can answer. */
    private static ScoredIssue untold(String key, Score.Points... rules) {
        Issue issue = mock(Issue.class);
        when(issue.getKey()).thenReturn(key);
        return new ScoredIssue(issue, new Score(true, List.of(), List.of(rules), List.of("has-comment")));
    }

    private static Score.Points met(String rule, int points) {
        return new Score.Points(rule, points, true, false);
    }

    private static Score.Points unmet(String rule, int points) {
        return new Score.Points(rule, points, false, false);
    }

    private static GoldenHtml page(ReleaseReadinessView view) {
        return GoldenHtml.of("jira/readiness/release-readiness.vm").with("view", view);
    }
}
