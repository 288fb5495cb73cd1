package org.decisiongates.jira.platform.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.xsrf.XsrfTokenAccessor;
import com.atlassian.sal.api.xsrf.XsrfTokenValidator;
import com.atlassian.templaterenderer.TemplateRenderer;
import com.atlassian.webresource.api.assembler.PageBuilderService;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.text.Message;

/** What every {@link FormPage} needs of Jira: the token that proves where a form comes from, and how a page is drawn. */
@JiraComponent
public class FormPages {

    private static final String BREADCRUMBS = "/jira/platform/project-breadcrumbs.vm";
    /** Of a template: what users wrote is escaped, and has no such thing. */
    private static final String BODY = "<body>";

    private final XsrfTokenAccessor tokens;
    private final XsrfTokenValidator tokenCheck;
    private final JiraTexts texts;
    private final TemplateRenderer renderer;
    private final PageBuilderService pageBuilder;

    public FormPages(XsrfTokenAccessor tokens, XsrfTokenValidator tokenCheck, JiraTexts texts, TemplateRenderer renderer,
            PageBuilderService pageBuilder) {
        this.tokens = tokens;
        this.tokenCheck = tokenCheck;
        this.texts = texts;
        this.renderer = renderer;
        this.pageBuilder = pageBuilder;
    }

    String tokenName() {
        return tokenCheck.getXsrfParameterName();
    }

    /** The token of this browser, which is given one when it has none. */
    String token(HttpServletRequest request, HttpServletResponse response) {
        return tokens.getXsrfToken(request, response, true);
    }

    /** What is wrong with where the form comes from; empty when it comes from a page of this browser. */
    List<String> objections(HttpServletRequest request) {
        return tokenCheck.validateFormEncodedToken(request) ? List.of() : List.of(texts.text("decision-gates.jira.form.no-token"));
    }

    /** Answers with a page that says what is not there, or for whom it is, in place of the one that was asked for. */
    void refuse(int status, List<Message> reasons, HttpServletResponse response) throws IOException {
        response.setStatus(status);
        render(new RefusalView(texts.texts(reasons)), List.of("/jira/platform/refusal.vm"), List.of(), Optional.empty(), response);
    }

    /** A long page has several templates, rendered one behind the other. It is its reader's own, so nobody keeps it. */
    void render(Object view, List<String> templates, List<String> webResources, Optional<ProjectBreadcrumbsView> back,
            HttpServletResponse response) throws IOException {
        webResources.forEach(pageBuilder.assembler().resources()::requireWebResource);
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        if (back.isEmpty()) {
            for (String template : templates) {
                renderer.render(template, Map.of("view", view), response.getWriter());
            }
            return;
        }
        String page = templates.stream().map(template -> RenderedTemplate.of(renderer, template, view)).collect(Collectors.joining());
        // the frame around a page is the host's, which need not lead back: the way stands above what the page itself shows
        response.getWriter().write(page.replace(BODY, BODY + RenderedTemplate.of(renderer, BREADCRUMBS, back.get())));
    }
}
