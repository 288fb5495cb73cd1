package org.decisiongates.jira.waiver;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import com.atlassian.jira.bc.issue.IssueService;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.rest.StepRequestBody;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.policy.Policies;
import org.decisiongates.waiver.GroupAndRoleMembership;
import org.decisiongates.waiver.Waiver;
import org.decisiongates.waiver.WaiverRequest;
import org.decisiongates.waiver.WaiverService;
import org.decisiongates.waiver.WaiverService.Action;
import org.decisiongates.waiver.WaiverService.Conflict;
import org.decisiongates.waiver.WaiverService.Denied;
import org.decisiongates.waiver.WaiverService.Full;
import org.decisiongates.waiver.WaiverService.Invalid;
import org.decisiongates.waiver.WaiverService.Outcome;
import org.decisiongates.waiver.WaiverService.Stored;
import org.decisiongates.waiver.Waivers;

/**
 * Does for the caller what {@link WaiverService} allows, to issues that the caller may see. Throws {@link ProblemException} where it does
 * not.
 */
@JiraComponent
public class WaiverActions {

    private static final String POLICY = "policy";
    private static final String RULE = "rule";
    private static final String FIELD = "field";
    private static final String REASON = "reason";
    private static final String UNTIL = "until";
    private static final List<String> REQUEST = List.of(POLICY, RULE, FIELD, REASON,
            UNTIL);
    private static final List<String> ACTION = List.of(StepRequestBody.STEP, REASON);

    private final WaiverService service;
    private final IssueService issues;
    private final JiraAuthenticationContext authentication;
    private final ProjectTime time;

    WaiverActions(Waivers waivers, Policies policies, GroupAndRoleMembership membership, IssueService issues,
            JiraAuthenticationContext authentication, ProjectTime time) {
        this.service = new WaiverService(waivers, policies, membership);
        this.issues = issues;
        this.authentication = authentication;
        this.time = time;
    }

    /** The waivers of an issue, newest first. */
    WaiverReplies.Waivers waivers(String key) {
        Issue issue = visible(key);
        ZonedDateTime now = time.now();
        List<WaiverReplies.Waiver> all = new ArrayList<>(
                service.ofIssue(issue.getId()).stream().map(waiver -> reply(waiver, issue, now)).toList());
        Collections.reverse(all);
        return new WaiverReplies.Waivers(issue.getKey(), all);
    }

    WaiverReplies.Waiver ask(String key, InputStream sent) throws IOException {
        Issue issue = visible(key);
        StepRequestBody body = StepRequestBody.read(sent, REQUEST);
        ZonedDateTime now = time.now();
        WaiverRequest request = new WaiverRequest(issue.getId(), issue.getProjectId(), body.text(POLICY),
                body.text(RULE), body.given(FIELD), body.text(REASON), day(body));
        return applied(service.ask(request, callerKey(), now), issue, now);
    }

    /** @param number number of the waiver, unchecked from the address */
    WaiverReplies.Waiver grant(String key, String number, InputStream sent) throws IOException {
        return act(key, number, sent, service::grant);
    }

    /** @param number number of the waiver, unchecked from the address */
    WaiverReplies.Waiver decline(String key, String number, InputStream sent) throws IOException {
        return act(key, number, sent, service::decline);
    }

    /** @param number number of the waiver, unchecked from the address */
    WaiverReplies.Waiver withdraw(String key, String number, InputStream sent) throws IOException {
        return act(key, number, sent, service::withdraw);
    }

    private WaiverReplies.Waiver act(String key, String number, InputStream sent, Function<Action, Outcome> what) throws IOException {
        Issue issue = visible(key);
        StepRequestBody body = StepRequestBody.read(sent, ACTION);
        if (!number.matches("[1-9][0-9]{0,8}")) {
            throw gone(issue);
        }
        ZonedDateTime now = time.now();
        return applied(what.apply(new Action(issue.getId(), issue.getProjectId(), Integer.parseInt(number), body.step(),
                body.text(REASON), callerKey(), now)), issue, now);
    }

    /** The last day that was asked for; empty for anything else, which the service complains of. */
    private static Optional<LocalDate> day(StepRequestBody body) {
        try {
            return body.given(UNTIL).filter(text -> text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")).map(LocalDate::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Issue visible(String key) {
        Issue issue = issues.getIssue(authentication.getLoggedInUser(), key).getIssue();
        if (issue == null) {
            throw new ProblemException(404, "decision-gates.waiver.no-such-issue", key);
        }
        return issue;
    }

    /** Resources are for people who are logged in; nobody else has a key. */
    private String callerKey() {
        ApplicationUser caller = authentication.getLoggedInUser();
        if (caller == null) {
            throw new ProblemException(403, "decision-gates.waiver.anonymous");
        }
        return caller.getKey();
    }

    private WaiverReplies.Waiver applied(Outcome outcome, Issue issue, ZonedDateTime now) {
        if (outcome instanceof Stored stored) {
            return reply(stored.waiver(), issue, now);
        }
        if (outcome instanceof Invalid invalid) {
            throw new ProblemException(400, invalid.members());
        }
        if (outcome instanceof Denied denied) {
            throw new ProblemException(403, List.of(denied.why()));
        }
        if (outcome instanceof Conflict conflict) {
            throw ProblemException.conflict(conflict.why(), reply(conflict.current(), issue, now));
        }
        throw outcome instanceof Full
                ? new ProblemException(400, "decision-gates.waiver.full", issue.getKey(), String.valueOf(Waivers.MAX))
                : gone(issue);
    }

    private static ProblemException gone(Issue issue) {
        return new ProblemException(404, "decision-gates.waiver.gone", issue.getKey());
    }

    private WaiverReplies.Waiver reply(Waiver waiver, Issue issue, ZonedDateTime now) {
        LocalDate lastDay = waiver.until().atZone(now.getZone()).toLocalDate().minusDays(1);
        ApplicationUser caller = authentication.getLoggedInUser();
        return WaiverReplies.Waiver.of(waiver,
                service.rights(waiver, issue.getProjectId(), caller == null ? "" : caller.getKey(), now.toInstant()), now.toInstant(),
                lastDay);
    }
}
