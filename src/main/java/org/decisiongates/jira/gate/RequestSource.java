package org.decisiongates.jira.gate;

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

    static Source of(String path) {
        if (path.startsWith("/rest/")) {
            return Source.REST;
        }
        return path.startsWith("/secure/Bulk") || path.startsWith("/secure/views/bulkedit/") ? Source.BULK : Source.SCREEN;
    }
}
