package org.decisiongates.jira.audit;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.audit.ErasedPerson;
import org.decisiongates.audit.Erasure;
import org.decisiongates.audit.ErasurePart;
import org.decisiongates.audit.Erasures;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.time.ProjectTime;

/** What the page shows and does on which administrators erase a person. */
@JiraComponent
public class ErasurePage {

    static final String PATH = "/plugins/servlet/decision-gates/erasures";
    /** So many times a thousand rows are erased at one press of the button. */
    private static final int CALLS = 10;
    private static final int LISTED = 20;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final Erasures erasures;
    private final UserManager users;
    private final JiraAuthenticationContext authentication;
    private final ProjectTime time;
    private final Clock clock;
    private final JiraTexts texts;

    ErasurePage(Erasures erasures, UserManager users, JiraAuthenticationContext authentication, ProjectTime time, Clock clock,
            JiraTexts texts) {
        this.erasures = erasures;
        this.users = users;
        this.authentication = authentication;
        this.time = time;
        this.clock = clock;
        this.texts = texts;
    }

    /** The page before anybody was named. */
    ErasureView empty(String tokenName, String tokenValue, List<String> errors) {
        return new ErasureView(tokenName, tokenValue, errors, List.of(), List.of(), "", "", List.of(), false, former());
    }

    /** What was found of the person that the form names; after it was erased, where that was confirmed. */
    ErasureView submitted(String tokenName, String tokenValue, UnaryOperator<String> form) {
        String given = Optional.ofNullable(form.apply("person")).map(String::strip).orElse("");
        Optional<ApplicationUser> user = Stream.of(users.getUserByName(given), users.getUserByKey(given)).flatMap(Stream::ofNullable)
                .findFirst();
        String key = user.map(ApplicationUser::getKey).orElse(given);
        boolean isFirst = form.apply("names") == null;
        List<String> names = isFirst ? user.map(ErasurePage::names).orElse(List.of()) : form.apply("names").lines().toList();
        String shown = String.join("\n", names);
        if (!ErasedPerson.isSound(key, names)) {
            return new ErasureView(tokenName, tokenValue, List.of(texts.text("decision-gates.jira.audit.erasure.no-person",
                    ErasedPerson.MAX_NAMES, ErasedPerson.SHORTEST_NAME, ErasedPerson.LONGEST)), List.of(), List.of(), given, shown,
                    List.of(), false, former());
        }
        ErasedPerson person = ErasedPerson.of(key, names);
        List<String> errors = new ArrayList<>();
        List<String> done = new ArrayList<>();
        if (form.apply("erase") != null) {
            if (form.apply("confirmed") == null) {
                errors.add(texts.text("decision-gates.jira.audit.erasure.confirm-first"));
            } else {
                done.add(erase(person));
            }
        }
        Map<ErasurePart, Long> found = erasures.count(person);
        List<String> notes = new ArrayList<>();
        if (found.isEmpty() && done.isEmpty()) {
            notes.add(texts.text("decision-gates.jira.audit.erasure.nothing"));
        }
        if (user.isEmpty()) {
            notes.add(texts.text("decision-gates.jira.audit.erasure.unknown", given));
        } else if (user.get().isActive()) {
            notes.add(texts.text("decision-gates.jira.audit.erasure.active", user.get().getDisplayName()));
        }
        return new ErasureView(tokenName, tokenValue, errors, done, notes, key, shown, parts(found), !found.isEmpty(), former());
    }

    private String erase(ErasedPerson person) {
        long erased = 0;
        Erasures.Result result = new Erasures.Result(Optional.empty(), 1);
        for (int call = 0; call < CALLS && result.remaining() > 0; call++) {
            result = erasures.erase(person, authentication.getLoggedInUser().getKey(), clock.instant());
            erased += result.erasure().map(Erasure::entries).orElse(0L);
        }
        return texts.text(result.remaining() == 0 ? "decision-gates.jira.audit.erasure.done" : "decision-gates.jira.audit.erasure.go-on",
                erased, result.remaining());
    }

    /** What texts may call the person: full name, e-mail address and user name, as far as they are long enough to be looked for. */
    private static List<String> names(ApplicationUser user) {
        return Stream.of(user.getDisplayName(), user.getEmailAddress(), user.getName())
                .filter(name -> name != null && name.length() >= ErasedPerson.SHORTEST_NAME && name.length() <= ErasedPerson.LONGEST)
                .distinct().toList();
    }

    private List<ErasurePartView> parts(Map<ErasurePart, Long> counts) {
        return counts.entrySet().stream().map(part -> new ErasurePartView(name(part.getKey()), String.valueOf(part.getValue()))).toList();
    }

    private List<FormerErasureView> former() {
        return erasures.latest(LISTED).stream().map(erasure -> new FormerErasureView(MOMENT.format(erasure.at().atZone(time.zone())),
                Optional.ofNullable(users.getUserByKey(erasure.by())).map(ApplicationUser::getDisplayName).orElse(erasure.by()),
                erasure.parts().entrySet().stream().map(part -> texts.text("decision-gates.jira.audit.erasure.part-rows",
                        name(part.getKey()), part.getValue())).collect(Collectors.joining(", ")),
                erasure.key())).toList();
    }

    private String name(ErasurePart part) {
        return texts.text("decision-gates.jira.audit.erasure.part." + part.name());
    }
}
