package org.decisiongates.jira.platform.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.atlassian.jira.project.Project;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** A page with a form, as it was asked for and as it is answered. */
public final class FormPage {

    private final FormPages pages;
    private final List<String> webResources;
    private final Optional<Project> settingsOf;
    private final HttpServletRequest request;
    private final HttpServletResponse response;

    FormPage(FormPages pages, List<String> webResources, Optional<Project> settingsOf, HttpServletRequest request,
            HttpServletResponse response) {
        this.pages = pages;
        this.webResources = webResources;
        this.settingsOf = settingsOf;
        this.request = request;
        this.response = response;
    }

    /** Whether the form was sent, rather than the page asked for. */
    public boolean isSubmitted() {
        return request.getMethod().equals("POST");
    }

    /** A value of the form or of the address, without white space around it; empty text where there is none. */
    public String parameter(String name) {
        return Optional.ofNullable(sent(name)).orElse("").strip();
    }

    /** A value as it was sent; null where there is none. */
    public String sent(String name) {
        return request.getParameter(name);
    }

    /** All values, by name. */
    public Map<String, String[]> parameters() {
        return request.getParameterMap();
    }

    /** Where Jira is below its host, without a slash at the end. */
    public String contextPath() {
        return request.getContextPath();
    }

    /** Name of the input that proves that a form comes from this page. */
    public String tokenName() {
        return pages.tokenName();
    }

    /** Value of that input. */
    public String tokenValue() {
        return pages.token(request, response);
    }

    /** The status of HTTP that the page is answered with; 200 unless another is set. */
    public void status(int status) {
        response.setStatus(status);
    }

    /**
     * Answers with the page: these templates, rendered one behind the other, each of which sees the view. One of a project's settings leads
     * back to the project.
     */
    public void render(Object view, String... templates) throws IOException {
        pages.render(view, List.of(templates), webResources,
                settingsOf.map(project -> new ProjectBreadcrumbsView(project.getName(), contextPath() + "/projects/" + project.getKey())),
                response);
    }

    /** Answers by leading to another page. */
    public void redirect(String address) throws IOException {
        response.sendRedirect(address);
    }
}
