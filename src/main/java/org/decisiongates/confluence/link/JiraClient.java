package org.decisiongates.confluence.link;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

import com.atlassian.applinks.api.ApplicationLink;
import com.atlassian.applinks.api.ApplicationLinkRequest;
import com.atlassian.applinks.api.ApplicationLinkRequestFactory;
import com.atlassian.applinks.api.ApplicationLinkService;
import com.atlassian.applinks.api.CredentialsRequiredException;
import com.atlassian.applinks.api.application.jira.JiraApplicationType;
import com.atlassian.plugin.spring.scanner.annotation.component.ConfluenceComponent;
import com.atlassian.sal.api.net.Request;
import com.atlassian.sal.api.net.ResponseException;
import com.atlassian.sal.api.user.UserKey;
import com.atlassian.sal.api.user.UserManager;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

import org.decisiongates.confluence.link.InFlightRequest.PreparedCall;
import org.decisiongates.confluence.link.InFlightRequest.Reply;
import org.decisiongates.confluence.link.JiraAnswer.Found;
import org.decisiongates.confluence.link.JiraAnswer.Missing;
import org.decisiongates.confluence.link.JiraAnswer.Reason;
import org.decisiongates.confluence.link.RequestCoordinator.Key;

/**
 * How Confluence gets from Jira what a page shows, in the name of the reader of the page: {@link AnswerCache}, then what is in flight,
 * then {@link CircuitBreaker}, then one call over the application link, without redirects and within a budget. {@link RequestCoordinator}
 * decides, this class knows the host.
 */
@ConfluenceComponent
public final class JiraClient {

    /** Asked nothing, it answers at once, in every version of the app. */
    private static final String PROBE = "/rest/decision-gates/1.0/summary/batch";
    private static final int CONNECT_MILLIS = 300;
    /** Web servers refuse longer addresses. */
    private static final int MAX_ADDRESS_LENGTH = 6_000;

    private final ApplicationLinkService applicationLinks;
    private final UserManager users;
    private final RequestCoordinator coordinator;
    private final MonotonicClock clock;

    @Autowired
    JiraClient(ApplicationLinkService applicationLinks, @Qualifier("salUserManager") UserManager users, BoundedExecutor calls,
            Clock clock) {
        this(applicationLinks, users, calls, MonotonicClock.with(clock));
    }

    private JiraClient(ApplicationLinkService applicationLinks, UserManager users, BoundedExecutor calls, MonotonicClock clock) {
        this(applicationLinks, users, new RequestCoordinator(clock, calls, new SplittableRandom()), clock);
    }

    JiraClient(ApplicationLinkService applicationLinks, UserManager users, RequestCoordinator coordinator, MonotonicClock clock) {
        this.applicationLinks = applicationLinks;
        this.users = users;
        this.coordinator = coordinator;
        this.clock = clock;
    }

    /** The answer, or why there is none. Never throws for anything Jira does. */
    public <C> JiraAnswer ask(JiraQuestion<C> question) {
        return ask(question, Freshness.CACHED);
    }

    /** {@link #ask} for a reader who wants the present state and no copy; effective once in a few seconds. */
    public <C> JiraAnswer askAnew(JiraQuestion<C> question) {
        return ask(question, Freshness.NEW);
    }

    /**
     * Asks Jira for all of these in one call, ahead of {@link #ask}: a page with several macros of a kind costs Jira one call when each of
     * them first prepares what all of them will ask for. Does not wait, and does nothing about what is known or on its way already.
     */
    public <C> void prepare(List<? extends JiraQuestion<C>> questions) {
        // Two objects may stand for the same link.
        Map<String, ApplicationLink> links = new LinkedHashMap<>();
        Map<Key, JiraQuestion<C>> asked = new LinkedHashMap<>();
        for (JiraQuestion<C> question : questions) {
            Optional<ApplicationLink> link = question.fault().isEmpty() ? link(question) : Optional.empty();
            if (link.isPresent()) {
                Key key = key(link.get(), question);
                links.putIfAbsent(key.link(), link.get());
                asked.put(key, question);
            }
        }
        links.forEach((id, link) -> {
            for (List<Key> keys : batches(asked.keySet().stream().filter(key -> key.link().equals(id)).toList(), asked::get)) {
                coordinator.prepare(keys, wanted -> open(link, wanted.stream().map(asked::get).toList()));
            }
        });
    }

    /** Every application link to a Jira, and how that has answered so far; asks nothing. */
    public List<LinkState> links() {
        Optional<ApplicationLink> primary = Optional.ofNullable(applicationLinks.getPrimaryApplicationLink(JiraApplicationType.class));
        List<LinkState> states = new ArrayList<>();
        for (ApplicationLink link : applicationLinks.getApplicationLinks(JiraApplicationType.class)) {
            states.add(coordinator.state(nameOf(link), link.getId().get(),
                    primary.filter(one -> one.getId().get().equals(link.getId().get())).isPresent()));
        }
        return states;
    }

    private <C> JiraAnswer ask(JiraQuestion<C> question, Freshness freshness) {
        Optional<Missing> fault = question.fault();
        if (fault.isPresent()) {
            return fault.get();
        }
        Optional<ApplicationLink> link = link(question);
        if (link.isEmpty()) {
            return Missing.because(question.link().isPresent() ? Reason.UNKNOWN_LINK : Reason.NO_LINK, question.link().orElse(""));
        }
        JiraAnswer answer = coordinator.ask(key(link.get(), question), freshness,
                wanted -> open(link.get(), wanted.stream().map(key -> question).toList()));
        if (answer instanceof Found found) {
            return question.objectionTo(found.content(question)).<JiraAnswer>map(missing -> missing).orElse(found);
        }
        Missing missing = (Missing) answer;
        return missing.subject().isEmpty() ? Missing.because(missing.reason(), link.get().getName()) : missing;
    }

    private Optional<ApplicationLink> link(JiraQuestion<?> question) {
        return question.link().isPresent() ? named(question.link().get())
                : Optional.ofNullable(applicationLinks.getPrimaryApplicationLink(JiraApplicationType.class));
    }

    private Optional<ApplicationLink> named(String name) {
        for (ApplicationLink link : applicationLinks.getApplicationLinks(JiraApplicationType.class)) {
            if (name.equalsIgnoreCase(link.getName()) || name.equals(link.getId().get())) {
                return Optional.of(link);
            }
        }
        return Optional.empty();
    }

    private Key key(ApplicationLink link, JiraQuestion<?> question) {
        UserKey reader = users.getRemoteUserKey();
        return new Key(nameOf(link), address(question), reader == null ? "" : reader.getStringValue());
    }

    /** A link that is pointed elsewhere leads to another Jira. */
    private static String nameOf(ApplicationLink link) {
        return link.getId().get() + " " + link.getDisplayUrl();
    }

    /**
     * A call in the name of the user of the current thread, because the link takes the user from it; without questions, a call that costs
     * Jira nothing.
     */
    <C> PreparedCall open(ApplicationLink link, List<JiraQuestion<C>> questions) {
        ApplicationLinkRequestFactory requests = link.createAuthenticatedRequestFactory();
        Reason unauthenticated = users.getRemoteUserKey() == null ? Reason.LOG_IN : Reason.NO_MATCHING_USER;
        JiraResponseParser.Asked<C> asked = new JiraResponseParser.Asked<>(questions, link.getName(), link.getDisplayUrl(),
                unauthenticated,
                requests::getAuthorisationURI, clock::now);
        try {
            ApplicationLinkRequest request = requests.createRequest(Request.MethodType.GET, address(questions));
            return PreparedCall.ready(overdue -> call(request, asked, overdue));
        } catch (CredentialsRequiredException e) {
            return PreparedCall.known(new Reply(InFlightRequest.Kind.UNAUTHORISED, new Missing(Reason.AUTHORISE, link.getName(),
                    Optional.ofNullable(e.getAuthorisationURI())), 0, Optional.empty()));
        }
    }

    private static <C> String address(List<JiraQuestion<C>> questions) {
        return switch (questions.size()) {
            case 0 -> PROBE;
            case 1 -> address(questions.get(0));
            default -> questions.get(0).endpoint().address(questions);
        };
    }

    private static String address(JiraQuestion<?> question) {
        return question.endpoint().resource() + "?" + question.query();
    }

    private static <C> List<Reply> call(ApplicationLinkRequest request, JiraResponseParser.Asked<C> asked, BooleanSupplier overdue) {
        Duration longest = asked.questions().isEmpty() ? RequestCoordinator.BUDGET : InFlightRequest.MAX_CALL;
        request.setConnectionTimeout(CONNECT_MILLIS);
        request.setSoTimeout((int) longest.toMillis());
        request.setFollowRedirects(false);
        request.setHeader("Accept", "application/json");
        try {
            return request.execute(new JiraResponseParser<>(asked, overdue));
        } catch (ResponseException e) {
            return JiraResponseParser.failure(asked, e);
        }
    }

    /** {@code keys} in parts that fit into one call each. */
    private static <C> List<List<Key>> batches(List<Key> keys, Function<Key, JiraQuestion<C>> asked) {
        List<List<Key>> batches = new ArrayList<>();
        List<JiraQuestion<C>> together = new ArrayList<>();
        for (Key key : keys) {
            JiraQuestion<C> question = asked.apply(key);
            together.add(question);
            if (batches.isEmpty() || !question.endpoint().areFewEnough(together)
                    || question.endpoint().address(together).length() > MAX_ADDRESS_LENGTH) {
                batches.add(new ArrayList<>());
                together = new ArrayList<>(List.of(question));
            }
            batches.get(batches.size() - 1).add(key);
        }
        return batches;
    }
}
