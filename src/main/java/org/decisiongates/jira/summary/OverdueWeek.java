package org.decisiongates.jira.summary;

import java.util.List;

/**
 * A week that has ended and could not be closed.
 *
 * @param week       ISO week, {@code 2026-W46}
 * @param unreadable keys of the first few issues that keep it open
 * @param more       how many others there are
 */
public record OverdueWeek(String week, List<String> unreadable, long more) {
}
