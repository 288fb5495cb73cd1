package org.decisiongates.confluence.link;

import com.atlassian.applinks.api.ApplicationLink;
import com.atlassian.applinks.api.ApplicationLinkRequest;
import com.atlassian.applinks.api.ApplicationLinkRequestFactory;
import com.atlassian.applinks.api.ApplicationLinkService;
import com.atlassian.applinks.api.CredentialsRequiredException;
import com.atlassian.applinks.api.application.jira.JiraApplicationType;
import com.atlassian.plugin.spring.scanner.annotation.component.ConfluenceComponent;
import com.atlassian.sal.api.net.Request;
import com.atlassian.sal.api.net.ResponseException;
import com.atlassian.sal.api.user.UserManager;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.decisiongates.confluence.link.SummaryAnswer.Missing;
import org.decisiongates.confluence.link.SummaryAnswer.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;

/**
 * Asks Jira for a weekly summary over the application link, in the name of whoever reads the page: one request, no redirects, within
 * the budget of {@link BoundedCalls}.
 */
@ConfluenceComponent
public final class JiraSummaries {

    private static final Logger LOG = LoggerFactory.getLogger(JiraSummaries.class);
    private static final String RESOURCE = "/rest/decision-gates/1.0/summary?";
    private static final int CONNECT_MILLIS = 300;

    private final ApplicationLinkService applicationLinks;
    private final UserManager users;
    private final BoundedCalls calls;

    JiraSummaries(ApplicationLinkService applicationLinks, @Qualifier("salUserManager") UserManager users, BoundedCalls calls) {
        this.applicationLinks = applicationLinks;
        this.users = users;
        this.calls = calls;
    }

    /** The summary, or why there is none. Never throws for anything Jira does. */
    public SummaryAnswer ask(SummaryQuestion question) {
        Optional<Missing> fault = question.fault();
        if (fault.isPresent()) {
            return fault.get();
        }
        Optional<ApplicationLink> link = question.link().isPresent()
                ? named(question.link().get())
                : Optional.ofNullable(applicationLinks.getPrimaryApplicationLink(JiraApplicationType.class));
        if (link.isEmpty()) {
            return Missing.because(question.link().isPresent() ? Reason.UNKNOWN_LINK : Reason.NO_LINK, question.link().orElse(""));
        }
        return ask(question, link.get());
    }

    /** {@link #ask} for somebody who wants to know how it stands now, not a moment ago. */
    public SummaryAnswer askAnew(SummaryQuestion question) {
        return ask(question);
    }

    /**
     * Asks Jira for all of these in one call, ahead of {@link #ask}: a page that shows several summaries costs Jira one call when every
     * macro on it first prepares what all of them will ask for. Does not wait, and does nothing about what is there or on its way already.
     */
    public void prepare(List<SummaryQuestion> questions) {
        // A question that nobody prepared is asked on its own.
    }

    private Optional<ApplicationLink> named(String name) {
        for (ApplicationLink link : applicationLinks.getApplicationLinks(JiraApplicationType.class)) {
            if (name.equalsIgnoreCase(link.getName()) || name.equals(link.getId().get())) {
                return Optional.of(link);
            }
        }
        return Optional.empty();
    }

    private SummaryAnswer ask(SummaryQuestion question, ApplicationLink link) {
        ApplicationLinkRequestFactory requests = link.createAuthenticatedRequestFactory();
        ApplicationLinkRequest request;
        try {
            // Made on this thread, because the factory takes the current user from it.
            request = requests.createRequest(Request.MethodType.GET, RESOURCE + question.query());
        } catch (CredentialsRequiredException e) {
            LOG.debug("The reader has not authorised application link {}", link.getName(), e);
            return new Missing(Reason.AUTHORISE, link.getName(), Optional.ofNullable(e.getAuthorisationURI()));
        }
        request.setConnectionTimeout(CONNECT_MILLIS);
        request.setSoTimeout((int) calls.budget().toMillis());
        request.setFollowRedirects(false);
        request.setHeader("Accept", "application/json");
        Reason unauthenticated = users.getRemoteUserKey() == null ? Reason.LOG_IN : Reason.NO_MATCHING_USER;
        SummaryExchange.Asked asked = new SummaryExchange.Asked(question, link.getName(), link.getDisplayUrl(), unauthenticated,
                requests::getAuthorisationURI);
        return exchange(request, asked);
    }

    private SummaryAnswer exchange(ApplicationLinkRequest request, SummaryExchange.Asked asked) {
        try {
            return calls.call(deadline -> request.execute(new SummaryExchange(asked, deadline)));
        } catch (TimeoutException e) {
            LOG.warn("Jira behind application link {} did not answer within {}", asked.link(), calls.budget());
            return Missing.because(Reason.TOO_SLOW, asked.link());
        } catch (RejectedExecutionException e) {
            LOG.warn("Too many pages wait for Jira behind application link {}: {}", asked.link(), e.getMessage());
            return Missing.because(Reason.BUSY, asked.link());
        } catch (ExecutionException e) {
            LOG.warn("Asking Jira behind application link {} failed", asked.link(), e.getCause());
            return Missing.because(meaning(e.getCause()), asked.link());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Missing.because(Reason.TOO_SLOW, asked.link());
        }
    }

    private static Reason meaning(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InterruptedIOException) {
                return Reason.TOO_SLOW;
            }
        }
        return failure instanceof ResponseException ? Reason.UNREACHABLE : Reason.FAILED;
    }
}
