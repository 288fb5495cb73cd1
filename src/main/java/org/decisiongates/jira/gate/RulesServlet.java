package org.decisiongates.jira.gate;

import java.io.IOException;
import java.util.Map;

import com.atlassian.annotations.security.UnrestrictedAccess;
import com.atlassian.templaterenderer.TemplateRenderer;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.decisiongates.web.AllowedMethods;

/**
 * Explains every rule where it is installed: whoever is refused finds what the rule counts without an address of a site elsewhere. It says
 * nothing about any project or issue, so everybody may read it.
 */
@UnrestrictedAccess
public final class RulesServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String ADDRESS = "/plugins/servlet/decision-gates/rules";
    private static final AllowedMethods METHODS = AllowedMethods.of("GET");
    private static final String TEMPLATE = "jira/gate/rules.vm";

    private final transient RuleDescriptions rules;
    private final transient TemplateRenderer renderer;

    public RulesServlet(RuleDescriptions rules, TemplateRenderer renderer) {
        this.rules = rules;
        this.renderer = renderer;
    }

    /** Where a rule is explained, below the address of Jira; with an empty text, what stands before its key. */
    public static String addressOf(String rule) {
        return ADDRESS + "#" + rule;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        if (METHODS.admit(request, response)) {
            super.service(request, response);
        }
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        renderer.render(TEMPLATE, Map.of("view", rules.view()),
                response.getWriter());
    }
}
