package org.decisiongates.jira.review;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.ThreadSection;
import org.decisiongates.issue.ThreadState;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.text.MentionFormatter;
import org.decisiongates.jira.platform.time.MomentFormatter;
import org.decisiongates.review.OwnerActionWindow;
import org.decisiongates.review.ReviewThread;
import org.decisiongates.review.SectionText;
import org.decisiongates.review.ThreadAnchor;
import org.decisiongates.review.ThreadStep;
import org.decisiongates.review.ThreadStep.Kind;
import org.decisiongates.text.Abbreviation;
import org.decisiongates.text.KebabCase;

/** Words feedback threads in the reader's language. */
@JiraComponent
class FeedbackFormatter {

    private static final String KEY = "decision-gates.review.panel.";
    private static final int SHORT = 60;

    private final JiraTexts texts;
    private final MomentFormatter moments;
    private final UserManager users;
    private final MentionFormatter mentions;

    FeedbackFormatter(JiraTexts texts, MomentFormatter moments, UserManager users, MentionFormatter mentions) {
        this.texts = texts;
        this.moments = moments;
        this.users = users;
        this.mentions = mentions;
    }

    /**
     * What the panel shows: what is open before what has ended, each by number.
     *
     * @param comments what a thread can be made of, where that is asked for
     * @param comment  the address of a comment by its id
     * @param allowed  the steps that the reader may take in a thread
     */
    FeedbackView view(String address, String issueKey, boolean mayOpen, List<FeedbackChoiceView> comments, List<ReviewThread> threads,
            SectionText sections, LongFunction<String> comment, Function<ReviewThread, Set<Kind>> allowed, Instant now) {
        List<FeedbackThreadView> shown = threads.stream().sorted(Comparator.comparing(thread -> thread.state().isClosed()))
                .map(thread -> thread(thread, sections, comment, ThreadActionKey.of(allowed.apply(thread)), now)).toList();
        return new FeedbackView(address, issueKey, mayOpen, mayOpen ? choices(sections) : List.of(), comments, shown, moments.zone());
    }

    private FeedbackThreadView thread(ReviewThread thread, SectionText sections, LongFunction<String> comment,
            List<ThreadActionKey> actions, Instant now) {
        ThreadAnchor anchor = thread.subject().anchor();
        Optional<String> current = sections.of(anchor.section(), anchor.row());
        String changed = !anchor.isChanged(current) ? "" : text(current.isPresent() ? "changed" : "gone");
        // the window goes on where nobody needs to act any more, but nobody is to hurry then
        Optional<OwnerActionWindow> window = thread.window()
                .filter(running -> thread.state() != ThreadState.OPEN || running.state(now) != OwnerActionWindow.State.RUNNING);
        return new FeedbackThreadView(thread.number(), thread.newest().step(), text("state." + KebabCase.of(thread.state())),
                style(thread.state()), thread.subject().comment().isPresent() ? comment.apply(thread.subject().comment().getAsLong()) : "",
                section(anchor.section()), thread.subject().objective(), anchor.quoted(), changed,
                window.map(running -> window(running, now)).orElse(""), window.map(running -> style(running.state(now))).orElse(""),
                thread.state().isClosed(), thread.steps().stream().map(this::step).toList(),
                actions.stream().map(action -> new FeedbackChoiceView(action.key(), text("action." + action.key()))).toList());
    }

    /** A section and a row of it with a colon between them, as the form has them, and what people read. */
    private List<FeedbackChoiceView> choices(SectionText sections) {
        List<FeedbackChoiceView> choices = new ArrayList<>();
        for (ThreadSection section : ThreadSection.values()) {
            if (!section.isRow() && sections.of(section, OptionalLong.empty()).isPresent()) {
                choices.add(new FeedbackChoiceView(section.key(), section(section)));
            }
        }
        sections.records().forEach(row -> Arrays.stream(ThreadSection.values())
                .filter(section -> section.name().equals(row.row().kind().name()))
                .forEach(section -> choices.add(choice(section, row.revision().id(), row.row().text()))));
        sections.impact().forEach(row -> choices.add(choice(ThreadSection.IMPACT_LINE, row.revision().id(), row.row().metric())));
        return choices;
    }

    private FeedbackChoiceView choice(ThreadSection section, long row, String text) {
        return new FeedbackChoiceView(section.key() + ":" + row,
                text("section-row", section(section), Abbreviation.ofCharacters(text.replace('\n', ' '), SHORT)));
    }

    private FeedbackStepView step(ThreadStep step) {
        String name = Optional.ofNullable(users.getUserByKey(step.actor())).map(ApplicationUser::getDisplayName).orElse(step.actor());
        return new FeedbackStepView(name, text("step." + KebabCase.of(step.kind())), moments.minute(step.at()),
                mentions.named(step.text()));
    }

    private String window(OwnerActionWindow window, Instant now) {
        Duration left = window.left(now);
        return switch (window.state(now)) {
            case RUNNING -> text(window.isBusinessTime() ? "business" : "plain", left.toMinutes() == 0
                    ? text("left-moments", moments.minute(window.due()))
                    : text("left", left.toHours(), left.toMinutesPart(), moments.minute(window.due())));
            case MET -> text("met");
            case BREACHED -> text(window.isBusinessTime() ? "breached-business" : "breached", moments.minute(window.due()));
        };
    }

    private String section(ThreadSection section) {
        return text("section." + section.key());
    }

    private static String style(ThreadState state) {
        return switch (state) {
            case OPEN, DECLINED -> "";
            case NEEDS_OWNER_ACTION -> "aui-lozenge-moved";
            case DISPUTED -> "aui-lozenge-error";
            case RESOLVED -> "aui-lozenge-success";
        };
    }

    private static String style(OwnerActionWindow.State state) {
        return switch (state) {
            case RUNNING -> "aui-lozenge-moved";
            case MET -> "aui-lozenge-success";
            case BREACHED -> "aui-lozenge-error";
        };
    }

    private String text(String key, Serializable... arguments) {
        return texts.text(KEY + key, arguments);
    }
}
