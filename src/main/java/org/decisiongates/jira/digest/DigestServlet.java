package org.decisiongates.jira.digest;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.decisiongates.digest.DigestSubscription;
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
    private static final String ACTION = "do";
    private static final String JOIN = "join";
    private static final String ADD = "add";
    private static final Set<String> DONE = Set.of("joined", "left", "added", "removed");

    private final transient UserAccess users;
    private final transient DigestService digests;
    private final transient DigestFormatter formatter;
    private final transient JiraTexts texts;

    public DigestServlet(FormPages pages, UserAccess users, DigestService digests, DigestFormatter formatter, JiraTexts texts) {
        super(pages, "org.decisiongates.decision-gates:table", "org.decisiongates.decision-gates:people");
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
        String key = page.parameter(DigestForm.PROJECT);
        List<String> faults = key.isEmpty() ? List.of() : texts.texts(digests.faults(key));
        show(page, reader, errors, faults.isEmpty() ? Map.of() : Map.of(DigestForm.PROJECT, faults.get(0)));
    }

    /** @param faults what is wrong with each input, by its name */
    private void show(FormPage page, ApplicationUser reader, List<String> errors, Map<String, String> faults) throws IOException {
        String key = page.parameter(DigestForm.PROJECT);
        Optional<Project> listed = key.isEmpty() ? Optional.empty() : digests.administered(key);
        List<DigestSubscription> own = digests.own();
        boolean isRefused = page.isSubmitted() && page.parameter(ACTION).equals(JOIN);
        DigestForm form = isRefused ? DigestForm.sent(page)
                : DigestForm.of(key, own.stream().filter(digest -> formatter.isOf(digest, key)).findFirst());
        List<String> done = Optional.of(page.parameter("done")).filter(any -> DONE.contains(any) && !page.isSubmitted())
                .map(any -> texts.text("decision-gates.digest.done." + any)).stream().toList();
        String address = page.contextPath() + ADDRESS;
        page.render(new DigestView(page.tokenName(), page.tokenValue(), address, errors, done, formatter.zone(reader),
                DigestFormatter.typed(form.project(), DigestForm.PROJECT, faults),
                formatter.days(List.of(form.day()), DigestForm.DAY, faults), formatter.hours(form.hour(), faults),
                formatter.forms(form.form(), faults), formatter.days(form.quiet(), DigestForm.QUIET, faults),
                own.stream().map(digest -> formatter.ofProject(digest, reader, address)).toList(),
                listed.map(project -> texts.text("decision-gates.digest.list", project.getName())).orElse(""),
                listed.map(Project::getKey).orElse(""),
                DigestFormatter.typed(page.parameter(DigestForm.PERSON), DigestForm.PERSON, faults),
                listed.map(digests::listed).orElse(List.of()).stream().map(formatter::ofPerson).toList()), "/jira/digest/digest.vm");
    }

    @Override
    protected void submit(FormPage page, ApplicationUser caller) throws IOException {
        String key = page.parameter(DigestForm.PROJECT);
        try {
            page.redirect(page.contextPath() + ADDRESS + apply(page, key));
        } catch (ProblemException e) {
            page.status(e.status());
            Map<String, String> faults = new HashMap<>();
            e.members().forEach((name, message) -> faults.put(name, texts.texts(List.of(message)).get(0)));
            show(page, caller, texts.texts(e.messages()), faults);
        }
    }

    /** Does what the form asks; the query of the page that says so. */
    private String apply(FormPage page, String key) {
        if (!page.parameter("leave").isEmpty()) {
            digests.leave(projectId(page.parameter("leave")));
            return done("left", key);
        }
        if (!page.parameter("remove").isEmpty()) {
            digests.remove(key, page.parameter("remove"));
            return done("removed", key);
        }
        return switch (page.parameter(ACTION)) {
            case ADD -> {
                digests.add(key, page.parameter(DigestForm.PERSON), DigestForm.usual());
                yield done("added", key);
            }
            // the key as Jira writes it, however it was typed
            case JOIN -> done("joined", digests.join(DigestForm.sent(page)).getKey());
            default -> throw new ProblemException(400, "decision-gates.digest.no-such-action", page.parameter(ACTION));
        };
    }

    private static String done(String what, String key) {
        return "?done=" + what + "&project=" + URLEncoder.encode(key, StandardCharsets.UTF_8);
    }

    private static long projectId(String sent) {
        if (!sent.matches("[0-9]{1,18}")) {
            throw new ProblemException(404, "decision-gates.digest.not-yours");
        }
        return Long.parseLong(sent);
    }
}
