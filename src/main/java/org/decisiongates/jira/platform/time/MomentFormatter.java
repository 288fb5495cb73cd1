package org.decisiongates.jira.platform.time;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.text.JiraTexts;

/**
 * Writes moments for people: the day as this Jira does, then the time of the reader's language, such as {@code 31/Dec/26 4:05 PM}. They are
 * in the zone of projects, which a page with several of them says once.
 */
@JiraComponent
public class MomentFormatter {

    private final DayFormatter days;
    private final ProjectTime time;
    private final JiraTexts texts;

    public MomentFormatter(DayFormatter days, ProjectTime time, JiraTexts texts) {
        this.days = days;
        this.time = time;
        this.texts = texts;
    }

    /** To the minute. */
    public String minute(Instant at) {
        return text(at, FormatStyle.SHORT);
    }

    /** To the second, where the order of several matters. */
    public String second(Instant at) {
        return text(at, FormatStyle.MEDIUM);
    }

    /** To the minute, with the zone: for the only moment of a page. */
    public String withZone(Instant at) {
        return minute(at) + " " + time.zone().getId();
    }

    /** Which zone the moments of the page are in, as a sentence. */
    public String zone() {
        return texts.text("decision-gates.jira.time-zone", time.zone().getId());
    }

    private String text(Instant at, FormatStyle style) {
        ZonedDateTime there = at.atZone(time.zone());
        return days.text(there.toLocalDate()) + " " + DateTimeFormatter.ofLocalizedTime(style).withLocale(texts.locale()).format(there);
    }
}
