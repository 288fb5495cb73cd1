package org.decisiongates.sandbox.jira.web.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.decisiongates.sandbox.jira.model.JqlProblem;
import org.decisiongates.sandbox.jira.model.SandboxJira;
import org.decisiongates.sandbox.jira.model.SearchPage;
import org.decisiongates.sandbox.jira.web.frame.Answer;
import org.decisiongates.sandbox.jira.web.frame.Page;
import org.decisiongates.sandbox.jira.web.frame.Place;
import org.decisiongates.sandbox.jira.web.frame.Visit;

/** The issue navigator: a query, what it finds, or what is wrong with it. */
public final class NavigatorPage implements Page {

    private static final int PAGE = 50;

    private final SandboxJira jira;
    private final Words words;

    public NavigatorPage(SandboxJira jira, Words words) {
        this.jira = jira;
        this.words = words;
    }

    @Override
    public Answer show(Visit visit) {
        String searched = visit.text("searchString").strip();
        if (!searched.isEmpty() && jira.issues().visible(visit.userKey(), searched.toUpperCase(java.util.Locale.ROOT)).isPresent()) {
            return Answer.redirect("/browse/" + searched.toUpperCase(java.util.Locale.ROOT));
        }
        String jql = searched.isEmpty() ? visit.text("jql") : "text ~ \"" + searched.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        Map<String, Object> context = new HashMap<>(Map.of("jql", jql, "problems", List.of(), "rows", List.of(), "total", 0L));
        try {
            jira.search().check(visit.userKey(), jql);
            fill(context, visit, jql, jira.search().find(visit.userKey(), jql, visit.number("startIndex", 0), PAGE));
        } catch (JqlProblem problem) {
            context.put("problems", problem.messages());
        }
        return Answer.view("Search", "page/navigator.vm", context, Place.search(searched));
    }

    private void fill(Map<String, Object> context, Visit visit, String jql, SearchPage found) {
        String link = visit.base() + "/issues/?jql=" + URLEncoder.encode(jql, StandardCharsets.UTF_8) + "&startIndex=";
        int next = found.start() + found.issues().size();
        context.put("rows", found.issues().stream().map(words::row).toList());
        context.put("total", found.total());
        context.put("from", found.start() + 1);
        context.put("to", next);
        context.put("previous", found.start() > 0 ? link + Math.max(0, found.start() - PAGE) : "");
        context.put("next", next < found.total() && !found.issues().isEmpty() ? link + next : "");
    }
}
