package org.decisiongates.jira.readiness;

import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.version.Version;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;

import org.decisiongates.jira.gate.ChoiceView;
import org.decisiongates.jira.platform.search.JqlBuilder;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.web.PageLinks;
import org.decisiongates.page.view.LinkView;
import org.decisiongates.readiness.Score;
import org.decisiongates.readiness.ScoreSummary;

/** Words how ready a release is. */
@JiraComponent
class ReleaseReadinessFormatter {

    static final String ITEM = "org.decisiongates.decision-gates:project-readiness-link";
    /** How many issues a part of the table holds. */
    static final int ROWS = 50;
    private static final String TEXTS = "decision-gates.readiness.release.";

    private final ReadinessFormatter formatter;
    private final JiraTexts texts;
    private final ApplicationProperties application;

    ReleaseReadinessFormatter(ReadinessFormatter formatter, JiraTexts texts, ApplicationProperties application) {
        this.formatter = formatter;
        this.texts = texts;
        this.application = application;
    }

    /** @param key of the only thing to say, in whatever bundle */
    ReleaseReadinessView notice(String key) {
        return new ReleaseReadinessView("", ITEM, List.of(), texts.text(key), "", "", List.of(), List.of(), List.of());
    }

    /** Something to say in place of a table, below the releases to choose from. */
    ReleaseReadinessView notice(Project project, String chosen, String key, Serializable... arguments) {
        return new ReleaseReadinessView(addressOf(project), ITEM, choices(project, chosen), text(key, arguments), "", "", List.of(),
                List.of(), List.of(check("project = " + JqlBuilder.quoted(project.getKey()), "of-project")));
    }

    /**
     * A part of the table.
     *
     * @param ranked all issues of the release, those that lack most first
     * @param start  how many come before this part
     */
    ReleaseReadinessView view(Project project, String release, List<ScoredIssue> ranked, int start) {
        ScoreSummary summary = ScoreSummary.of(ranked.stream().map(ScoredIssue::score).toList());
        String scores = summary.min().isEmpty() ? text("no-scores")
                : text("scores", summary.min().getAsInt(), summary.mean().orElseThrow());
        return new ReleaseReadinessView(addressOf(project), ITEM, choices(project, release), "", scores,
                text("count", ranked.size(), summary.scored()),
                ranked.subList(start, Math.min(ranked.size(), start + ROWS)).stream().map(this::row).toList(),
                pages(project, release, ranked.size(), start),
                List.of(check("project = " + JqlBuilder.quoted(project.getKey()) + " AND fixVersion = " + JqlBuilder.quoted(release),
                        "of-release")));
    }

    private LinkView check(String jql, String name) {
        return new LinkView(texts.text("decision-gates.readiness.check." + name),
                base() + BulkCheckServlet.ADDRESS + "?jql=" + encoded(jql),
                "check");
    }

    private List<ChoiceView> choices(Project project, String chosen) {
        return project.getVersions().stream().map(Version::getName)
                .map(name -> new ChoiceView(name, name, name.equals(chosen))).toList();
    }

    private ReleaseIssueView row(ScoredIssue scored) {
        String address = base() + "/browse/" + scored.issue().getKey();
        Score score = scored.score();
        return new ReleaseIssueView(new LinkView(scored.issue().getKey(), address, "issue"), scored.issue().getSummary(),
                score.value().isPresent() ? String.valueOf(score.value().getAsInt()) : text("not-asked"),
                score.missing().isPresent() ? String.valueOf(score.missing().getAsInt()) : "",
                score.rules().stream().filter(rule -> !rule.met())
                        .map(rule -> new LinkView(text("rule", formatter.nameOf(rule.rule()), rule.points()),
                                address + "#decision-gates-readiness", "rule"))
                        .toList());
    }

    private List<LinkView> pages(Project project, String release, int all, int start) {
        String part = addressOf(project) + "?selectedItem=" + encoded(ITEM) + "&release=" + encoded(release) + "&start=";
        return new PageLinks(first -> part + first, text("previous"), text("next")).of(start, ROWS, all);
    }

    private String addressOf(Project project) {
        return base() + "/projects/" + project.getKey();
    }

    private String base() {
        return application.getBaseUrl(UrlMode.RELATIVE);
    }

    private String text(String key, Serializable... arguments) {
        return texts.text(TEXTS + key, arguments);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
