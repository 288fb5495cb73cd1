package org.decisiongates.jira.trail;

import java.util.List;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.text.MentionFormatter;
import org.decisiongates.jira.platform.time.DayFormatter;
import org.decisiongates.jira.platform.time.MomentFormatter;
import org.decisiongates.text.KebabCase;
import org.decisiongates.trail.Trail;
import org.decisiongates.trail.TrailEntry;
import org.decisiongates.trail.TrailEntry.Stage;
import org.decisiongates.trail.TrailMarkdown;

/** Words trails in the reader's language. */
@JiraComponent
class TrailFormatter {

    /** How many entries the tab shows. */
    static final int MAX_SHOWN = 200;

    private static final String KEY = "decision-gates.trail.";

    private final JiraTexts texts;
    private final MomentFormatter moments;
    private final DayFormatter days;
    private final TrailPersonNames people;
    private final MentionFormatter mentions;

    TrailFormatter(JiraTexts texts, MomentFormatter moments, DayFormatter days, TrailPersonNames people, MentionFormatter mentions) {
        this.texts = texts;
        this.moments = moments;
        this.days = days;
        this.people = people;
        this.mentions = mentions;
    }

    /** @param address of the trail over REST */
    TrailView view(String address, Trail trail) {
        Trail shown = trail.newest(MAX_SHOWN);
        return new TrailView(address, shown.earlier() == 0 ? "" : texts.text(KEY + "earlier", shown.earlier()),
                shown.entries().stream().map(entry -> new TrailEntryView(moments.minute(entry.at()), stage(entry.stage()), who(entry),
                        what(entry), text(entry))).toList(),
                shown.entries().isEmpty() ? "" : moments.zone());
    }

    TrailReply reply(String issueKey, Trail trail) {
        List<TrailReply.Entry> entries = trail.entries().stream().map(entry -> new TrailReply.Entry(entry.at(), entry.stage(), who(entry),
                texts.text(entry.what()), entry.text())).toList();
        return new TrailReply(issueKey, entries);
    }

    /** The last section of a decision record. */
    String markdown(Trail trail) {
        TrailMarkdown section = new TrailMarkdown();
        trail.entries().forEach(entry -> section.add(entry, stage(entry.stage()), who(entry) + " " + texts.text(entry.what())));
        return section.text();
    }

    private String who(TrailEntry entry) {
        return entry.onBehalfOf()
                .map(approver -> texts.text(KEY + "person.on-behalf-of", people.name(entry.actor()), people.name(approver)))
                .orElseGet(() -> people.name(entry.actor()));
    }

    /** People can be mentioned in feedback alone: what looks like a mention elsewhere is what somebody typed. */
    private String text(TrailEntry entry) {
        return entry.stage() == Stage.FEEDBACK ? mentions.named(entry.text()) : entry.text();
    }

    private String what(TrailEntry entry) {
        return texts.text(days.forPeople(entry.what()));
    }

    private String stage(Stage stage) {
        return texts.text(KEY + "stage." + KebabCase.of(stage));
    }
}
