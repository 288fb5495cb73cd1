package org.decisiongates.jira.notification;

import java.util.List;

/**
 * What happened in a thread, or which approval is missing, as an e-mail tells it.
 *
 * @param what   who did what, or what is to be approved, in words
 * @param about  number and objective of the thread, or who asked for the approvals
 * @param why    why the reader is told; empty text where that goes without saying
 * @param lines  what was written
 */
public record NotificationEntryView(String what, String when, String about, String why, List<String> lines) {

    public NotificationEntryView {
        lines = List.copyOf(lines);
    }
}
