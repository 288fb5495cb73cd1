package org.decisiongates.jira.audit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
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
import org.decisiongates.jira.platform.time.MomentFormatter;

/** What the page shows and does on which administrators erase a person. */
@JiraComponent
public class ErasurePage {

    static final String PATH = "/plugins/servlet/decision-gates/erasures";
    private static final int LISTED = 20;

    private final Erasures erasures;
    private final UserManager users;
    private final JiraAuthenticationContext authentication;
    private final MomentFormatter moments;
    private final Clock clock;
    private final JiraTexts texts;

    ErasurePage(Erasures erasures, UserManager users, JiraAuthenticationContext authentication, MomentFormatter moments, Clock clock,
            JiraTexts texts) {
        this.erasures = erasures;
        this.users = users;
        this.authentication = authentication;
        this.moments = moments;
        this.clock = clock;
        this.texts = texts;
    }

    /** The page before anybody was named. */
    ErasureView empty(String tokenName, String tokenValue, List<String> errors) {
        return new ErasureView(tokenName, tokenValue, errors, List.of(), List.of(), "", "", List.of(), false, former());
    }

    /**
     * What was found of the person that the form names; after it was erased, where that was confirmed. Only the person whom the page has
     * shown is erased, by the key that the form carries: what was typed may be the user name of one and the key of another. Only the names
     * that the page has looked for are: with others the rows are not those that it has shown.
     */
    ErasureView submitted(String tokenName, String tokenValue, UnaryOperator<String> form) {
        String given = text(form, "person");
        String shown = text(form, "key");
        boolean isShown = !shown.isEmpty() && given.equals(shown);
        Optional<ApplicationUser> byKey = Optional.ofNullable(users.getUserByKey(given));
        Optional<ApplicationUser> user = isShown ? byKey : Optional.ofNullable(users.getUserByName(given)).or(() -> byKey);
        String key = isShown ? shown : user.map(ApplicationUser::getKey).orElse(given);
        List<String> names = isShown && form.apply("names") != null ? lines(form, "names")
                : user.map(ErasurePage::names).orElse(List.of());
        if (!ErasedPerson.isSound(key, names)) {
            return new ErasureView(tokenName, tokenValue, List.of(texts.text("decision-gates.jira.audit.erasure.no-person",
                    ErasedPerson.MAX_NAMES, ErasedPerson.LONGEST)), List.of(), List.of(), key, String.join("\n", names), List.of(), false,
                    former());
        }
        ErasedPerson person = ErasedPerson.of(key, names);
        List<String> errors = form.apply("erase") == null ? List.of()
                : isShown ? objections(form, names)
                : List.of(texts.text("decision-gates.jira.audit.erasure.person-changed", given));
        Optional<Erasures.Result> erased = form.apply("erase") == null || !errors.isEmpty() ? Optional.empty()
                : Optional.of(erasures.erase(person, authentication.getLoggedInUser().getKey(), clock.instant(), Erasures.MAX_ENTRIES));
        Erasures.Found found = erased.map(Erasures.Result::left).orElseGet(() -> erasures.count(person));
        List<String> notes = new ArrayList<>(notes(person, found, user, given));
        if (!isShown && user.isPresent() && byKey.isPresent() && !byKey.get().getKey().equals(key)) {
            notes.add(texts.text("decision-gates.jira.audit.erasure.two-people", given, user.get().getDisplayName(),
                    byKey.get().getDisplayName(), byKey.get().getName()));
        }
        if (found.equals(Erasures.Found.NOTHING) && erased.isEmpty()) {
            notes.add(0, texts.text("decision-gates.jira.audit.erasure.nothing"));
        }
        return new ErasureView(tokenName, tokenValue, errors, erased.map(this::done).stream().toList(), notes, key,
                String.join("\n", names), parts(found.parts()), !found.parts().isEmpty(), former());
    }

    /** Why nothing is erased of the person whom the page has shown. */
    private List<String> objections(UnaryOperator<String> form, List<String> names) {
        if (!names.equals(lines(form, "previewed"))) {
            return List.of(texts.text("decision-gates.jira.audit.erasure.names-changed"));
        }
        return form.apply("confirmed") == null ? List.of(texts.text("decision-gates.jira.audit.erasure.confirm-first")) : List.of();
    }

    private static List<String> lines(UnaryOperator<String> form, String field) {
        return text(form, field).lines().map(String::strip).filter(line -> !line.isEmpty()).distinct().toList();
    }

    private static String text(UnaryOperator<String> form, String field) {
        return Optional.ofNullable(form.apply(field)).map(String::strip).orElse("");
    }

    private List<String> notes(ErasedPerson person, Erasures.Found found, Optional<ApplicationUser> user, String given) {
        List<String> notes = new ArrayList<>();
        if (found.kept() > 0) {
            notes.add(texts.text("decision-gates.jira.audit.erasure.kept", found.kept()));
        }
        person.names().stream().filter(name -> !ErasedPerson.isForTexts(name))
                .forEach(name -> notes.add(texts.text("decision-gates.jira.audit.erasure.short-name", name)));
        if (user.isEmpty()) {
            notes.add(texts.text("decision-gates.jira.audit.erasure.unknown", given));
        } else if (user.get().isActive()) {
            notes.add(texts.text("decision-gates.jira.audit.erasure.active", user.get().getDisplayName()));
        }
        return notes;
    }

    private String done(Erasures.Result result) {
        return texts.text(result.remaining() == 0 ? "decision-gates.jira.audit.erasure.done" : "decision-gates.jira.audit.erasure.go-on",
                result.erasure().map(Erasure::entries).orElse(0L), result.remaining());
    }

    /** What texts may call the person: full name, e-mail address and user name. */
    private static List<String> names(ApplicationUser user) {
        return Stream.of(user.getDisplayName(), user.getEmailAddress(), user.getName())
                .filter(name -> name != null && !name.isBlank() && ErasedPerson.isSound(user.getKey(), List.of(name))).map(String::strip)
                .distinct().toList();
    }

    private List<ErasurePartView> parts(Map<ErasurePart, Long> counts) {
        return counts.entrySet().stream().map(part -> new ErasurePartView(name(part.getKey()), String.valueOf(part.getValue()))).toList();
    }

    private List<FormerErasureView> former() {
        return erasures.latest(LISTED).stream().map(erasure -> new FormerErasureView(moments.withZone(erasure.at()),
                Optional.ofNullable(users.getUserByKey(erasure.by())).map(ApplicationUser::getDisplayName).orElse(erasure.by()),
                erasure.parts().entrySet().stream().map(part -> texts.text("decision-gates.jira.audit.erasure.part-rows",
                        name(part.getKey()), part.getValue())).collect(Collectors.joining(", ")),
                erasure.key())).toList();
    }

    private String name(ErasurePart part) {
        return texts.text("decision-gates.jira.audit.erasure.part." + part.name());
    }
}
