package org.decisiongates.confluence.summary;

import java.io.IOException;
import java.util.Map;

import com.atlassian.annotations.security.UnrestrictedAccess;
import com.atlassian.templaterenderer.TemplateRenderer;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.decisiongates.web.AllowedMethods;

/** Explains the macro where it is installed. It says nothing about any page or project, so everybody may read it. */
@UnrestrictedAccess
public final class HelpServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final AllowedMethods METHODS = AllowedMethods.of("GET");
    private static final String TEMPLATE = "confluence/summary/help.vm";

    private final transient HelpPage page;
    private final transient TemplateRenderer renderer;

    public HelpServlet(HelpPage page, TemplateRenderer renderer) {
        this.page = page;
        this.renderer = renderer;
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
        renderer.render(TEMPLATE, Map.of("view", page.view()), response.getWriter());
    }
}
