package org.decisiongates.confluence.summary;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;

import com.atlassian.confluence.core.ContentEntityObject;

/**
 * The week in which the page of a macro was created, so that a page stays what it was. Jira is given the moment, since weeks begin where
 * Jira is.
 */
final class WeekOfPage {

    private static final String WEEK = "week";
    private static final String OF_PAGE = "page";

    private WeekOfPage() {
    }

    /**
     * The parameters as they are meant on that page. Where there is no page yet, in a preview or a template, the week of the page is the
     * current one.
     *
     * @param page null for none
     */
    static Map<String, String> resolve(Map<String, String> parameters, ContentEntityObject page) {
        if (!parameters.getOrDefault(WEEK, "").strip().equalsIgnoreCase(OF_PAGE)) {
            return parameters;
        }
        Map<String, String> meant = new HashMap<>(parameters);
        Date created = page == null ? null : page.getCreationDate();
        if (created == null) {
            meant.remove(WEEK);
        } else {
            meant.put(WEEK, Instant.ofEpochMilli(created.getTime()).truncatedTo(ChronoUnit.SECONDS).toString());
        }
        return meant;
    }
}
