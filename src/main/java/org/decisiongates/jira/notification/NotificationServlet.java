package org.decisiongates.jira.notification;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.sal.api.timezone.TimeZoneManager;
import com.atlassian.sal.api.user.UserKey;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.decisiongates.jira.digest.DigestChoiceView;
import org.decisiongates.jira.digest.DigestInputView;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.web.FormPage;
import org.decisiongates.jira.platform.web.FormPages;
import org.decisiongates.jira.platform.web.FormServlet;
import org.decisiongates.jira.platform.web.UserAccess;
import org.decisiongates.notification.NotificationChoice;
import org.decisiongates.notification.NotificationChoice.Delivery;
import org.decisiongates.notification.NotificationChoices;
import org.decisiongates.text.KebabCase;

/**
 * Serves the page on which people choose whether and when they are told of feedback by e-mail; each sees and changes their own choice.
 * Without an annotation Jira lets in licensed people only.
 */
public final class NotificationServlet extends FormServlet<ApplicationUser> {

    static final String ADDRESS = "/plugins/servlet/decision-gates/notifications";

    private static final long serialVersionUID = 1L;
    private static final String TEXTS = "decision-gates.notification.";
    private static final String WEEK = "/plugins/servlet/decision-gates/digest";
    private static final String DONE = "saved";

    private final transient UserAccess users;
    private final transient NotificationChoices choices;
    private final transient TimeZoneManager zones;
    private final transient JiraTexts texts;

    public NotificationServlet(FormPages pages, UserAccess users, NotificationChoices choices, TimeZoneManager zones, JiraTexts texts) {
        super(pages, "org.decisiongates.decision-gates:table");
        this.users = users;
        this.choices = choices;
        this.zones = zones;
        this.texts = texts;
    }

    @Override
    protected Optional<ApplicationUser> admit(HttpServletRequest request, HttpServletResponse response) throws IOException {
        return users.admit(request, response);
    }

    @Override
    protected void show(FormPage page, ApplicationUser reader, List<String> errors) throws IOException {
        NotificationForm form = page.isSubmitted() ? NotificationForm.sent(page)
                : NotificationForm.of(choices.of(List.of(reader.getKey())).getOrDefault(reader.getKey(), Optional.empty())
                        .orElseGet(() -> NotificationChoice.usual(reader.getKey())));
        Map<String, String> faults = new HashMap<>();
        if (page.isSubmitted()) {
            form.faults().forEach((name, message) -> faults.put(name, texts.texts(List.of(message)).get(0)));
        }
        List<String> done = page.parameter("done").equals(DONE) && !page.isSubmitted() ? List.of(texts.text(TEXTS + "saved")) : List.of();
        page.render(new NotificationPageView(page.tokenName(), page.tokenValue(), page.contextPath() + ADDRESS, errors, done,
                texts.text(TEXTS + "zone", zones.getUserTimeZone(new UserKey(reader.getKey())).getID()),
                chosen(NotificationForm.DELIVERY, Stream.of(Delivery.values()).map(KebabCase::of).toList(), form.delivery(), faults),
                hours(NotificationForm.HOUR, form.hour(), faults), hours(NotificationForm.FROM, form.from(), faults),
                hours(NotificationForm.TO, form.to(), faults),
                chosen(NotificationForm.WEEKENDS, List.of(NotificationForm.ON), form.weekends(), faults),
                chosen(NotificationForm.FORM, List.of(NotificationForm.PAGE, NotificationForm.TEXT), form.form(), faults),
                page.contextPath() + WEEK), "/jira/notification/notifications.vm");
    }

    @Override
    protected void submit(FormPage page, ApplicationUser caller) throws IOException {
        NotificationForm form = NotificationForm.sent(page);
        if (!form.faults().isEmpty()) {
            page.status(HttpServletResponse.SC_BAD_REQUEST);
            show(page, caller, List.of());
            return;
        }
        choices.put(form.choice(caller.getKey()));
        page.redirect(page.contextPath() + ADDRESS + "?done=" + DONE);
    }

    private DigestInputView chosen(String name, List<String> values, String chosen, Map<String, String> faults) {
        return new DigestInputView("", values.stream()
                .map(value -> new DigestChoiceView(value, texts.text(TEXTS + name + "." + value), value.equals(chosen))).toList(),
                faults.getOrDefault(name, ""));
    }

    private static DigestInputView hours(String name, String chosen, Map<String, String> faults) {
        return new DigestInputView("", IntStream.range(0, NotificationForm.HOURS).mapToObj(hour -> new DigestChoiceView(
                String.valueOf(hour), String.format(Locale.ROOT, "%02d:00", hour), String.valueOf(hour).equals(chosen))).toList(),
                faults.getOrDefault(name, ""));
    }
}
