package org.decisiongates.jira.platform.record;

import java.util.List;
import java.util.function.LongFunction;

import com.atlassian.jira.web.ExecutingHttpRequest;
import jakarta.servlet.http.HttpServletRequest;

import org.decisiongates.timeline.RowAtRevision;

/**
 * What is stored of an issue, read once while a page is drawn, however many panels show something of it. A GET changes nothing, so what one
 * panel read holds for the next; every other request reads anew.
 *
 * @param <R> a row
 */
final class RowsOncePerPage<R> {

    private final String attribute;
    private final LongFunction<List<RowAtRevision<R>>> stored;

    /**
     * @param reader whose rows they are; no two of a request are the same
     * @param stored reads the rows of the issue with an id
     */
    RowsOncePerPage(Class<?> reader, LongFunction<List<RowAtRevision<R>>> stored) {
        this.attribute = reader.getName() + ".";
        this.stored = stored;
    }

    @SuppressWarnings("unchecked")
    List<RowAtRevision<R>> ofIssue(long issueId) {
        HttpServletRequest request = ExecutingHttpRequest.get();
        if (request == null || !"GET".equals(request.getMethod())) {
            return stored.apply(issueId);
        }
        if (request.getAttribute(attribute + issueId) instanceof List<?> known) {
            return (List<RowAtRevision<R>>) known;
        }
        List<RowAtRevision<R>> fresh = List.copyOf(stored.apply(issueId));
        request.setAttribute(attribute + issueId, fresh);
        return fresh;
    }
}
