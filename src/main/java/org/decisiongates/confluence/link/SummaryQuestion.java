package org.decisiongates.confluence.link;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a page asks for.
 *
 * @param project key of the Jira project, as Jira writes it
 * @param link    name or id of the application link to Jira; empty for the primary one
 */
public record SummaryQuestion(String project, Optional<String> link) {

    private static final Pattern PROJECT_KEY = Pattern.compile("[A-Z][A-Z0-9_]{0,254}");

    /** Reads the macro's parameters. */
    public static SummaryQuestion of(Map<String, String> parameters) {
        return new SummaryQuestion(parameters.getOrDefault("project", "").strip().toUpperCase(Locale.ROOT),
                Optional.of(parameters.getOrDefault("jira", "").strip()).filter(name -> !name.isEmpty()));
    }

    /** The project for a line of the log, where a page's own text has no place. */
    public String logged() {
        return namesAProject() ? project : "(not a key)";
    }

    /** Whether a Jira project can have this key. */
    boolean namesAProject() {
        return PROJECT_KEY.matcher(project).matches();
    }
}
