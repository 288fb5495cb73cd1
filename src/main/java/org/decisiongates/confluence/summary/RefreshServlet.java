package org.decisiongates.confluence.summary;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import com.atlassian.annotations.security.UnrestrictedAccess;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.decisiongates.confluence.approval.ApprovalQuestion;
import org.decisiongates.confluence.approval.DecisionApprovalsMacro;
import org.decisiongates.confluence.link.JiraClient;
import org.decisiongates.confluence.macro.MacroAddresses;
import org.decisiongates.confluence.macro.StoredPages;
import org.decisiongates.web.AllowedMethods;

/**
 * Asks Jira again for what a macro on a page asks, and leads back to that page. A reader who may see the page is shown a newer copy, at
 * most once in a few seconds; nothing else changes, so a link followed by accident does no harm. Nothing is asked that the stored page
 * does not ask itself, of its week or of another, and nothing because another site sent the reader here: such a reader is only led to
 * the page.
 *
 * <p>It admits everybody, since it decides by the page: who may read that, licensed or not, is asked for a newer copy of what it shows
 * anyway, and who may not is led there, where Confluence shows a log-in or says no. With a narrower annotation Confluence would send
 * people who are logged in already, without a licence, to a log-in that does not help them.
 */
@UnrestrictedAccess
public final class RefreshServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final AllowedMethods METHODS = AllowedMethods.of("GET");
    private static final List<String> PARAMETERS = List.of("project", "jql", "week", "compare", "owner", "frozen", "jira");
    private static final String CHOSEN = "chosen";
    private static final String WHOSE = "whose";
    private static final String ISSUES = "issues";

    private final transient JiraClient jira;
    private final transient StoredPages pages;

    public RefreshServlet(JiraClient jira, StoredPages pages) {
        this.jira = jira;
        this.pages = pages;
    }

    /**
     * What a macro asks, as parameters of the address, each with an ampersand before it.
     *
     * @param weeks where the reader went on the page
     */
    static String parameters(Map<String, String> parameters, Optional<WeekNavigation> weeks) {
        return PARAMETERS.stream()
                .filter(name -> !parameters.getOrDefault(name, "").isBlank())
                .map(name -> "&" + name + "=" + URLEncoder.encode(parameters.get(name).strip(), StandardCharsets.UTF_8))
                .collect(Collectors.joining()) + parameter(CHOSEN, weeks.map(WeekNavigation::weeks))
                + parameter(WHOSE, weeks.flatMap(WeekNavigation::owner));
    }

    private static String parameter(String name, Optional<String> value) {
        return value.filter(text -> !text.isEmpty()).map(text -> "&" + name + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
                .orElse("");
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        if (METHODS.admit(request, response)) {
            super.service(request, response);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        String page = request.getParameter("pageId");
        boolean isMeant = MacroAddresses.isAPage(page) && !isSentByAnotherSite(request);
        String way = request.getContextPath() + "/pages/viewpage.action?pageId=" + page;
        if (request.getParameter(ISSUES) == null) {
            way = askForTheWeek(request, page, way, isMeant);
        } else if (isMeant) {
            askForApprovals(request, page);
        }
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Location", MacroAddresses.isAPage(page) ? way : request.getContextPath() + "/");
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    }

    private void askForApprovals(HttpServletRequest request, String page) {
        ApprovalQuestion question = ApprovalQuestion.of(given(request, List.of(ISSUES, "jira")));
        if (pages.hold(Long.parseLong(page), DecisionApprovalsMacro.NAME, (stored, on) -> ApprovalQuestion.of(stored).equals(question))) {
            jira.askAnew(question);
        }
    }

    private static Map<String, String> given(HttpServletRequest request, List<String> names) {
        Map<String, String> parameters = new HashMap<>();
        names.forEach(name -> Optional.ofNullable(request.getParameter(name)).ifPresent(value -> parameters.put(name, value)));
        return parameters;
    }

    /** @return where the page shows what was asked for */
    private String askForTheWeek(HttpServletRequest request, String page, String way, boolean isMeant) {
        SummaryQuestion question = SummaryQuestion.of(given(request, PARAMETERS));
        WeekNavigation weeks = WeekNavigation.at(way, question, request.getParameter(CHOSEN), request.getParameter(WHOSE));
        if (isMeant && asks(page, question)) {
            jira.askAnew(weeks.question());
        }
        return weeks.here();
    }

    private boolean asks(String page, SummaryQuestion question) {
        return pages.hold(Long.parseLong(page), WeeklySummaryMacro.NAME,
                (stored, on) -> SummaryQuestion.of(WeekOfPage.resolve(stored, on)).equals(question));
    }

    /** Browsers say so where they can; an older one leads to the same harmless call. */
    private static boolean isSentByAnotherSite(HttpServletRequest request) {
        return "cross-site".equals(request.getHeader("Sec-Fetch-Site"));
    }
}
