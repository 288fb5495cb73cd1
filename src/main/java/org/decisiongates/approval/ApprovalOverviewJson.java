package org.decisiongates.approval;

import java.util.Map;

import tools.jackson.databind.annotation.JsonDeserialize;

import org.decisiongates.json.JsonDocument;
import org.decisiongates.json.TimeZoneName;
import org.decisiongates.json.UnreadableJsonException;

/**
 * An overview of approvals as JSON: what Jira serves and Confluence reads. Names of members never change and new members may be added,
 * because a reader ignores what it does not know.
 */
public final class ApprovalOverviewJson {

    private static final int MAX_LENGTH = 2 * 1024 * 1024;
    private static final int MAX_VALUES = 120_000;
    private static final JsonDocument<ApprovalOverview> JSON = new JsonDocument<>(ApprovalOverview.class, "the overview of approvals",
            new JsonDocument.Bounds(MAX_LENGTH, MAX_VALUES), Map.of(ApprovalOverview.class, OverviewMembers.class));

    private ApprovalOverviewJson() {
    }

    /** The overview as one JSON object. */
    public static String write(ApprovalOverview overview) {
        return JSON.write(overview);
    }

    /** What a Jira sent, which may be anything. */
    public static ApprovalOverview read(String text) throws UnreadableJsonException {
        return JSON.read(text);
    }

    private interface OverviewMembers {

        @JsonDeserialize(using = TimeZoneName.class)
        String zone();
    }
}
