package org.decisiongates.jira.notification;

import java.util.List;

/**
 * What happened in a thread, as an e-mail tells it.
 *
 * @param what   who did what, in words
 * @param thread number and objective of the thread
 * @param why    why the reader is told; empty text where that goes without saying
 * @param lines  what was written
 */
public record NotificationEntryView(String what, String when, String thread, String why, List<String> lines) {

    public NotificationEntryView {
        lines = List.copyOf(lines);
    }
}
