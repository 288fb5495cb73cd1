package org.decisiongates.jira.gate;

import java.util.Optional;

import com.atlassian.jira.web.ExecutingHttpRequest;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import jakarta.servlet.http.HttpServletRequest;

import org.decisiongates.timeline.GateEvent.Source;

/** Finds from the current request how a transition was asked for. */
@JiraComponent
class RequestSource {

    Source current() {
        HttpServletRequest request = ExecutingHttpRequest.get();
        return request == null ? Source.BACKGROUND : of(request.getRequestURI().substring(request.getContextPath().length()));
    }

    /**
     * Whether a program calls Jira's REST, rather than a page that a browser shows: a board moves issues by REST as well, and would show
     * its user whatever is answered. Browsers say what a request is for, and the library that Jira's pages use says who sends it.
     */
    boolean isProgram() {
        HttpServletRequest request = ExecutingHttpRequest.get();
        return request != null && current() == Source.REST && request.getHeader("Sec-Fetch-Mode") == null
                && !"XMLHttpRequest".equals(request.getHeader("X-Requested-With"));
    }

    /** The workflow that a page of the workflow editor is about, which its address names. */
    Optional<String> workflow() {
        return Optional.ofNullable(ExecutingHttpRequest.get()).map(request -> request.getParameter("workflowName"))
                .filter(name -> !name.isEmpty());
    }

    static Source of(String path) {
        if (path.startsWith("/rest/")) {
            return Source.REST;
        }
        return path.startsWith("/secure/Bulk") || path.startsWith("/secure/views/bulkedit/") ? Source.BULK : Source.SCREEN;
    }
}
