package org.decisiongates.jira.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** An e-mail about feedback and approvals as plain text: what its page shows, in the same order. */
final class NotificationPlainText {

    private static final String INDENT = "    ";

    private NotificationPlainText() {
    }

    static String of(NotificationMailView mail) {
        List<String> lines = new ArrayList<>();
        for (NotificationSectionView section : mail.sections()) {
            lines.add(section.title());
            lines.add("-".repeat(section.title().length()));
            lines.add("");
            section.issues().forEach(issue -> add(issue, lines));
        }
        if (!mail.more().isEmpty()) {
            lines.add(mail.more());
            lines.add("");
        }
        lines.add(mail.zone());
        lines.add(mail.change() + ": " + mail.choiceAddress());
        return String.join("\n", lines) + "\n";
    }

    private static void add(NotificationIssueView issue, List<String> lines) {
        lines.add("== " + issue.title() + " ==");
        lines.add(issue.href());
        lines.add("");
        for (NotificationEntryView entry : issue.entries()) {
            lines.add("* " + entry.what() + " (" + entry.when() + ")");
            Stream.of(entry.about(), entry.why()).filter(text -> !text.isEmpty()).forEach(text -> lines.add("  " + text));
            entry.lines().forEach(line -> lines.add(line.isEmpty() ? "" : INDENT + line));
            lines.add("");
        }
    }
}
