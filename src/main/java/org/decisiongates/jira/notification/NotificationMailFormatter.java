package org.decisiongates.jira.notification;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import com.atlassian.sal.api.timezone.TimeZoneManager;
import com.atlassian.sal.api.user.UserKey;

import org.decisiongates.jira.approval.MyApprovalsReader.Waiting;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.text.MentionFormatter;
import org.decisiongates.notification.Notification;
import org.decisiongates.page.Texts;
import org.decisiongates.review.ThreadStep;
import org.decisiongates.review.ThreadStepName;
import org.decisiongates.text.Abbreviation;
import org.decisiongates.text.KebabCase;
import org.decisiongates.text.TypedText;

/** Words an e-mail about feedback and approvals for one person: in that person's language and zone. */
@JiraComponent
class NotificationMailFormatter {

    /** How much of a text is in an e-mail, in characters; the rest is in Jira. */
    static final int MAX_TEXT = 1_000;

    private static final String TEXTS = "decision-gates.notification.mail.";
    private static final String THREADS = "#decision-gates-feedback";
    private static final String APPROVALS = "#decision-gates-approvals";

    private final UserManager users;
    private final JiraTexts texts;
    private final TimeZoneManager zones;
    private final ApplicationProperties application;
    private final MentionFormatter mentions;

    NotificationMailFormatter(UserManager users, JiraTexts texts, TimeZoneManager zones, ApplicationProperties application,
            MentionFormatter mentions) {
        this.users = users;
        this.texts = texts;
        this.zones = zones;
        this.application = application;
        this.mentions = mentions;
    }

    /**
     * The e-mail.
     *
     * @param told    what it tells of feedback, each with its issue, which {@code reader} may see
     * @param steps   those that are told, and those that began their threads
     * @param waiting what of such issues waits for the reader's approval
     * @param more    how many are not told, because an e-mail has to end
     */
    NotificationMailView mail(ApplicationUser reader, Map<Notification, Issue> told, Map<ThreadStepName, ThreadStep> steps,
            List<Waiting> waiting, int more) {
        Locale locale = texts.localeOf(reader.getKey());
        Reader of = new Reader(texts.in(locale), locale, zones.getUserTimeZone(new UserKey(reader.getKey())).toZoneId());
        String base = application.getBaseUrl(UrlMode.CANONICAL);
        List<NotificationIssueView> feedback = feedback(told, steps, of, base);
        List<NotificationIssueView> approvals = approvals(waiting, of, base);
        List<NotificationSectionView> sections = Stream
                .of(new NotificationSectionView(of.words().text(TEXTS + "section.feedback"), feedback),
                        new NotificationSectionView(of.words().text(TEXTS + "section.approvals"), approvals))
                .filter(section -> !section.issues().isEmpty()).toList();
        return new NotificationMailView(locale.toLanguageTag(), subject(feedback, approvals, of.words()), sections,
                more == 0 ? "" : of.words().text(TEXTS + "more", more), of.words().text(TEXTS + "zone", of.zone().getId()),
                base + NotificationServlet.ADDRESS, of.words().text(TEXTS + "change"));
    }

    private List<NotificationIssueView> feedback(Map<Notification, Issue> told, Map<ThreadStepName, ThreadStep> steps, Reader of,
            String base) {
        Map<Long, List<Notification>> byIssue = new LinkedHashMap<>();
        told.keySet().forEach(one -> byIssue.computeIfAbsent(one.step().issueId(), first -> new ArrayList<>()).add(one));
        return byIssue.values().stream().map(ofOne -> {
            Issue issue = told.get(ofOne.get(0));
            return new NotificationIssueView(title(issue), base + "/browse/" + issue.getKey() + THREADS,
                    ofOne.stream().sorted(Comparator.comparing(Notification::at)).map(one -> entry(one, steps, of)).toList());
        }).toList();
    }

    private List<NotificationIssueView> approvals(List<Waiting> waiting, Reader of, String base) {
        Map<Issue, List<Waiting>> byIssue = new LinkedHashMap<>();
        waiting.forEach(one -> byIssue.computeIfAbsent(one.issue(), first -> new ArrayList<>()).add(one));
        return byIssue.entrySet().stream().map(ofOne -> new NotificationIssueView(title(ofOne.getKey()),
                base + "/browse/" + ofOne.getKey().getKey() + APPROVALS, ofOne.getValue().stream().map(one -> entry(one, of)).toList()))
                .toList();
    }

    /** A header ends at the end of its line, so a summary must not bring one. */
    private static String subject(List<NotificationIssueView> feedback, List<NotificationIssueView> approvals, Texts words) {
        String about = approvals.isEmpty() ? "subject" : feedback.isEmpty() ? "subject-approvals" : "subject-both";
        List<String> titles = Stream.concat(feedback.stream(), approvals.stream()).map(NotificationIssueView::title).distinct().toList();
        return TypedText.tidied(titles.size() == 1 ? words.text(TEXTS + about, titles.get(0))
                : words.text(TEXTS + about + "-many", titles.size()));
    }

    private static String title(Issue issue) {
        return issue.getKey() + " " + issue.getSummary();
    }

    private NotificationEntryView entry(Notification one, Map<ThreadStepName, ThreadStep> steps, Reader of) {
        String thread = Optional.ofNullable(steps.get(one.step().opening())).flatMap(ThreadStep::subject)
                .map(subject -> of.words().text(TEXTS + "thread", one.step().number(), subject.objective())).orElse("");
        String why = of.words().text(TEXTS + "why." + KebabCase.of(one.reason()));
        if (one.isBreach()) {
            return new NotificationEntryView(of.words().text(TEXTS + "breached"), of.moment(one.at()), thread, why, List.of());
        }
        ThreadStep step = steps.get(one.step());
        return new NotificationEntryView(of.words().text(TEXTS + "step." + KebabCase.of(step.kind()), name(step.actor())),
                of.moment(step.at()), thread, why,
                Abbreviation.ofCharacters(mentions.named(step.text()).strip(), MAX_TEXT).lines().toList());
    }

    private NotificationEntryView entry(Waiting one, Reader of) {
        String names = one.needed().stream().map(state -> state.required().requirement().name()).collect(Collectors.joining(", "));
        String what = one.onBehalfOf().map(approver -> of.words().text(TEXTS + "approval-for", names, name(approver)))
                .orElseGet(() -> of.words().text(TEXTS + "approval", names));
        return new NotificationEntryView(what, of.moment(one.request().at()),
                of.words().text(TEXTS + "asked-by", name(one.request().actor())), "", List.of());
    }

    private String name(String userKey) {
        return Optional.ofNullable(users.getUserByKey(userKey)).map(ApplicationUser::getDisplayName).orElse(userKey);
    }

    /** Who reads it: words, and the zone of moments. */
    private record Reader(Texts words, Locale locale, ZoneId zone) {

        String moment(Instant at) {
            return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withLocale(locale).format(at.atZone(zone));
        }
    }
}
