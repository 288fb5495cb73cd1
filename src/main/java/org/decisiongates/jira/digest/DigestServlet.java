package org.decisiongates.jira.digest;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.decisiongates.digest.DigestSubscription;
import org.decisiongates.digest.DigestTime;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.web.FormPage;
import org.decisiongates.jira.platform.web.FormPages;
import org.decisiongates.jira.platform.web.FormServlet;
import org.decisiongates.jira.platform.web.UserAccess;

/**
 * Serves the page on which people ask for digests and end them, and on which administrators of a project see who gets its week. The link in
 * a digest leads here, so ending one takes a login. Without an annotation Jira lets in licensed people only.
 */
public final class DigestServlet extends FormServlet<ApplicationUser> {

    private static final long serialVersionUID = 1L;
    private static final String ADDRESS = "/plugins/servlet/decision-gates/digest";
    private static final DigestTime USUAL = new DigestTime(DayOfWeek.MONDAY, 8);
    private static final Set<String> DONE = Set.of("joined", "left", "added", "removed");

    private final transient UserAccess users;
    private final transient DigestService digests;
    private final transient DigestFormatter formatter;
    private final transient JiraTexts texts;

    public DigestServlet(FormPages pages, UserAccess users, DigestService digests, DigestFormatter formatter, JiraTexts texts) {
        super(pages, "org.decisiongates.decision-gates:table");
        this.users = users;
        this.digests = digests;
        this.formatter = formatter;
        this.texts = texts;
    }

    @Override
    protected Optional<ApplicationUser> admit(HttpServletRequest request, HttpServletResponse response) throws IOException {
        return users.admit(request, response);
    }

    @Override
    protected void show(FormPage page, ApplicationUser reader, List<String> errors) throws IOException {
        String key = page.parameter("project");
        Optional<Project> listed = key.isEmpty() ? Optional.empty() : digests.administered(key);
        List<DigestSubscription> own = digests.own();
        Optional<DigestSubscription> shown = own.stream().filter(digest -> formatter.isOf(digest, key)).findFirst();
        DigestTime time = shown.map(DigestSubscription::time).orElse(USUAL);
        List<String> done = Optional.of(page.parameter("done")).filter(any -> DONE.contains(any) && errors.isEmpty())
                .map(any -> texts.text("decision-gates.digest.done." + any)).stream().toList();
        page.render(new DigestView(page.tokenName(), page.tokenValue(), page.contextPath() + ADDRESS, errors, done, formatter.zone(reader),
                key, formatter.days(time), formatter.hours(time), formatter.forms(shown.map(DigestSubscription::html).orElse(true)),
                own.stream().map(digest -> formatter.ofProject(digest, reader)).toList(),
                listed.map(project -> texts.text("decision-gates.digest.list", project.getName())).orElse(""),
                listed.map(digests::listed).orElse(List.of()).stream().map(formatter::ofPerson).toList()), "/jira/digest/digest.vm");
    }

    @Override
    protected void submit(FormPage page, ApplicationUser caller) throws IOException {
        String key = page.parameter("project");
        try {
            String done = apply(page, key);
            page.redirect(page.contextPath() + ADDRESS + "?done=" + done + "&project=" + URLEncoder.encode(key, StandardCharsets.UTF_8));
        } catch (ProblemException e) {
            page.status(e.status());
            show(page, caller, texts.texts(e.messages()));
        }
    }

    private String apply(FormPage page, String key) {
        if (!page.parameter("leave").isEmpty()) {
            digests.leave(number(page.parameter("leave")));
            return "left";
        }
        if (!page.parameter("remove").isEmpty()) {
            digests.remove(key, page.parameter("remove"));
            return "removed";
        }
        if (!page.parameter("person").isEmpty()) {
            digests.add(key, page.parameter("person"), USUAL);
            return "added";
        }
        digests.join(key, time(page), !page.parameter("form").equals(DigestFormatter.TEXT));
        return "joined";
    }

    private static DigestTime time(FormPage page) {
        try {
            return new DigestTime(DayOfWeek.of((int) number(page.parameter("day"))), (int) number(page.parameter("hour")));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new ProblemException(400, "decision-gates.digest.no-time");
        }
    }

    private static long number(String typed) {
        if (!typed.matches("[0-9]{1,9}")) {
            throw new ProblemException(400, "decision-gates.digest.no-time");
        }
        return Long.parseLong(typed);
    }
}
