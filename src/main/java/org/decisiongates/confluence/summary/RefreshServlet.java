package org.decisiongates.confluence.summary;

import com.atlassian.annotations.security.AnonymousSiteAccess;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.decisiongates.confluence.link.JiraSummaries;
import org.decisiongates.confluence.link.SummaryQuestion;
import org.decisiongates.web.AllowedMethods;

/**
 * Asks Jira anew for a summary and leads back to the page that shows it. It changes nothing but what this reader sees next, and Jira is
 * not asked more often than the link allows, so following the link by accident or by somebody else's wish does no harm.
 * Readers of a public page may follow it where Confluence admits anonymous people.
 */
@AnonymousSiteAccess
public final class RefreshServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final AllowedMethods METHODS = AllowedMethods.of("GET");
    private static final List<String> PARAMETERS = List.of("project", "jql", "week", "frozen", "jira");
    private static final Pattern PAGE = Pattern.compile("[1-9][0-9]{0,18}");

    private final transient JiraSummaries summaries;

    public RefreshServlet(JiraSummaries summaries) {
        this.summaries = summaries;
    }

    static boolean isAPage(String id) {
        return id != null && PAGE.matcher(id).matches();
    }

    /** Below the context path. */
    static String address(Map<String, String> parameters, String page) {
        return "/plugins/servlet/decision-gates/refresh?pageId=" + page + PARAMETERS.stream()
                .filter(name -> !parameters.getOrDefault(name, "").isBlank())
                .map(name -> "&" + name + "=" + URLEncoder.encode(parameters.get(name).strip(), StandardCharsets.UTF_8)).collect(Collectors.joining());
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        if (METHODS.admit(request, response)) {
            super.service(request, response);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        Map<String, String> parameters = new HashMap<>();
        PARAMETERS.forEach(name -> Optional.ofNullable(request.getParameter(name)).ifPresent(value -> parameters.put(name, value)));
        summaries.askAnew(SummaryQuestion.of(parameters));
        String page = request.getParameter("pageId");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Location", request.getContextPath() + (isAPage(page) ? "/pages/viewpage.action?pageId=" + page : "/"));
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    }
}
