package org.decisiongates.jira.digest;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.atlassian.jira.mail.Email;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.mail.queue.MailQueue;
import com.atlassian.mail.queue.SingleMailQueueItem;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import com.atlassian.templaterenderer.TemplateRenderer;

import org.decisiongates.digest.DigestSubscription;
import org.decisiongates.digest.DigestTime.DueDigest;
import org.decisiongates.digest.UnreportedWeek;
import org.decisiongates.jira.platform.search.ScopeResolver;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.summary.SummaryService;
import org.decisiongates.jira.summary.WeekResult;
import org.decisiongates.page.PlainTextWeek;
import org.decisiongates.page.RenderOptions;
import org.decisiongates.page.SummarySection;
import org.decisiongates.page.Surface;
import org.decisiongates.page.Texts;
import org.decisiongates.page.WeekPage;
import org.decisiongates.page.view.LinkView;
import org.decisiongates.page.view.SectionView;
import org.decisiongates.page.view.WeekView;
import org.decisiongates.summary.SummaryHeader;
import org.decisiongates.summary.WeeklySummary;
import org.decisiongates.text.TypedText;
import org.decisiongates.time.Week;

/** Puts the week of a project into Jira's mail queue, as one person may see it and in that person's language. */
@JiraComponent
class DigestMailer {

    /** What became of a digest. */
    enum Outcome {
        /** It is in the queue. */
        QUEUED,
        /** There was nothing to tell. */
        EMPTY,
        /** Figures are still being computed. */
        LATER
    }

    private static final String PAGE = "/plugins/servlet/decision-gates/digest?project=";
    private static final String WEEK = "?selectedItem=org.decisiongates.decision-gates:project-week-link&week=";

    private final ProjectManager projects;
    private final PermissionManager permissions;
    private final UserManager users;
    private final SummaryService summaries;
    private final ScopeResolver scopes;
    private final JiraTexts texts;
    private final ApplicationProperties application;
    private final TemplateRenderer templates;
    private final MailQueue queue;

    DigestMailer(ProjectManager projects, PermissionManager permissions, UserManager users, SummaryService summaries, ScopeResolver scopes,
            JiraTexts texts, ApplicationProperties application, TemplateRenderer templates, MailQueue queue) {
        this.projects = projects;
        this.permissions = permissions;
        this.users = users;
        this.summaries = summaries;
        this.scopes = scopes;
        this.texts = texts;
        this.application = application;
        this.templates = templates;
        this.queue = queue;
    }

    /** Whom a digest would go to; empty for who is deactivated, has no address, or may not browse the project (any more). */
    Optional<ApplicationUser> reader(DigestSubscription digest) {
        Project project = projects.getProjectObj(digest.projectId());
        return Optional.ofNullable(users.getUserByKey(digest.person())).filter(ApplicationUser::isActive)
                .filter(user -> user.getEmailAddress() != null && !user.getEmailAddress().isBlank())
                .filter(user -> project != null && permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, project, user));
    }

    /**
     * Sends the week to {@code reader}, who may browse the project.
     *
     * @param untold earlier weeks, of which only what was settled or reopened is told
     */
    Outcome send(DigestSubscription digest, DueDigest due, List<UnreportedWeek> untold, ApplicationUser reader) {
        Project project = projects.getProjectObj(digest.projectId());
        Optional<WeeklySummary> told = read(project, due.week(), reader);
        if (told.isEmpty()) {
            return Outcome.EMPTY;
        }
        Map<UnreportedWeek, WeeklySummary> earlier = new LinkedHashMap<>();
        untold.forEach(week -> read(project, week.week(), reader).ifPresent(summary -> earlier.put(week, summary.since(week.from()))));
        // while that is computed nobody knows whether something was settled
        if (Stream.concat(told.stream(), earlier.values().stream())
                .anyMatch(summary -> summary.header().numbers() == SummaryHeader.Numbers.PENDING)) {
            return Outcome.LATER;
        }
        Locale locale = texts.localeOf(digest.person());
        Texts words = texts.in(locale);
        List<SectionView> before = earlier.entrySet().stream()
                .flatMap(week -> news(week.getKey().week(), week.getValue(), locale, words).stream()).toList();
        if (isEmpty(told.get()) && before.isEmpty()) {
            return Outcome.EMPTY;
        }
        WeekView week = WeekPage.in(locale, words).of(told.get(), options(SummarySection.all(), links(project, due, words))).with(before);
        Email email = new Email(reader.getEmailAddress());
        // a header ends at the end of its line, so a name must not bring one
        email.setSubject(TypedText.tidied(words.text("decision-gates.digest.subject", project.getName(), due.week().text())));
        email.setEncoding("UTF-8");
        email.setMimeType(digest.html() ? "text/html" : "text/plain");
        email.setBody(digest.html() ? html(week, locale) : PlainTextWeek.of(week));
        queue.addItem(new SingleMailQueueItem(email));
        return Outcome.QUEUED;
    }

    private RenderOptions options(Set<SummarySection> parts, List<LinkView> links) {
        return new RenderOptions(false, Surface.DOCUMENT, parts, WeeklySummary.MAX_ROWS, base() + "/browse/", links, List.of(), false);
    }

    /** Empty where there is no record of the week, or nothing in it of the app. */
    private Optional<WeeklySummary> read(Project project, Week week, ApplicationUser reader) {
        return summaries.read(scopes.of(project), week, reader) instanceof WeekResult.Found found && found.summary().header().enabled()
                ? Optional.of(found.summary())
                : Optional.empty();
    }

    /** What happened in a week that no digest told. */
    private List<SectionView> news(Week week, WeeklySummary summary, Locale locale, Texts words) {
        Set<SummarySection> parts = EnumSet.noneOf(SummarySection.class);
        if (summary.closures().total() > 0) {
            parts.add(SummarySection.CLOSURES);
        }
        if (summary.reopened().total() > 0) {
            parts.add(SummarySection.REOPENED);
        }
        return parts.isEmpty() ? List.of()
                : WeekPage.in(locale, words).of(summary, options(parts, List.of())).sections().stream()
                        .filter(section -> !section.rows().isEmpty())
                        .map(section -> section.captioned(words.text("decision-gates.digest.untold", section.caption(), week.text())))
                        .toList();
    }

    private static boolean isEmpty(WeeklySummary summary) {
        return summary.blockers().total() + summary.decisions().total() + summary.closures().total() + summary.reopened().total() == 0;
    }

    private List<LinkView> links(Project project, DueDigest due, Texts words) {
        return List.of(
                new LinkView(words.text("decision-gates.digest.open"),
                        base() + "/projects/" + project.getKey() + WEEK + due.week().text(), "open"),
                new LinkView(words.text("decision-gates.digest.stop"), base() + PAGE + project.getKey(), "digest"));
    }

    private String html(WeekView week, Locale locale) {
        StringWriter html = new StringWriter();
        html.append("<!DOCTYPE html>\n<html lang=\"").append(locale.toLanguageTag())
                .append("\">\n<head><meta charset=\"utf-8\"></head>\n<body>\n");
        try {
            for (String template : WeekPage.TEMPLATES) {
                templates.render("/" + template, Map.of("view", week), html);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a string refused to be written to", e);
        }
        return html.append("</body>\n</html>\n").toString();
    }

    private String base() {
        return application.getBaseUrl(UrlMode.CANONICAL);
    }
}
