package org.decisiongates.jira.platform.web;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import com.atlassian.jira.project.Project;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.decisiongates.text.Message;
import org.decisiongates.web.AllowedMethods;

/**
 * Serves a page with a form: GET shows it, POST does what the form asks. In this order a request has its method checked, is admitted, and,
 * when it is a form, has to prove that it comes from the page; what does not is answered with the page again (403), and does nothing.
 *
 * @param <A> what whoever is admitted is admitted to
 */
public abstract class FormServlet<A> extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final AllowedMethods METHODS = AllowedMethods.of("GET", "POST");

    private final transient FormPages pages;
    private final transient List<String> webResources;

    /** @param webResources complete keys of what the page loads */
    protected FormServlet(FormPages pages, String... webResources) {
        this.pages = pages;
        this.webResources = List.of(webResources);
    }

    /** What the caller may see and do here; empty when the response is complete, which says why not. */
    protected abstract Optional<A> admit(HttpServletRequest request, HttpServletResponse response) throws IOException;

    /** Answers an address that leads to nothing, or not for the caller, with a page that says so. */
    protected final void refuse(int status, Message reason, HttpServletResponse response) throws IOException {
        pages.refuse(status, List.of(reason), response);
    }

    /** The project whose settings the page is one of, and leads back to; none for all other pages. */
    protected Optional<Project> settingsOf(A admitted) {
        return Optional.empty();
    }

    /** Answers with the page. @param errors why what the form asks was not done */
    protected abstract void show(FormPage page, A admitted, List<String> errors) throws IOException;

    /** Does what the form asks, and answers with the page or leads on. */
    protected abstract void submit(FormPage page, A admitted) throws IOException;

    @Override
    protected final void service(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        if (METHODS.admit(request, response)) {
            super.service(request, response);
        }
    }

    @Override
    protected final void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<A> admitted = admit(request, response);
        if (admitted.isPresent()) {
            show(page(admitted.get(), request, response), admitted.get(), List.of());
        }
    }

    @Override
    protected final void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<A> admitted = admit(request, response);
        if (admitted.isEmpty()) {
            return;
        }
        List<String> objections = pages.objections(request);
        if (objections.isEmpty()) {
            submit(page(admitted.get(), request, response), admitted.get());
        } else {
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
            show(page(admitted.get(), request, response), admitted.get(), objections);
        }
    }

    private FormPage page(A admitted, HttpServletRequest request, HttpServletResponse response) {
        return new FormPage(pages, webResources, settingsOf(admitted), request, response);
    }
}
