package org.decisiongates.confluence.approval;

import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import com.atlassian.plugin.spring.scanner.annotation.component.ConfluenceComponent;

import org.decisiongates.approval.ApprovalOverview;
import org.decisiongates.approval.ApprovalOverview.IssueEntry;
import org.decisiongates.approval.ApprovalOverview.PersonName;
import org.decisiongates.approval.ApprovalOverview.Requirement;
import org.decisiongates.approval.ApprovalOverview.VerdictEntry;
import org.decisiongates.confluence.link.JiraAnswer.Found;
import org.decisiongates.confluence.link.JiraAnswer.Missing;
import org.decisiongates.confluence.link.JiraAnswer.Reason;
import org.decisiongates.confluence.macro.ConfluenceTexts;
import org.decisiongates.confluence.macro.MacroNoticeFormatter;
import org.decisiongates.confluence.macro.MacroNoticeView;
import org.decisiongates.issue.ApprovalState;
import org.decisiongates.page.ApprovalWording;
import org.decisiongates.page.Surface;
import org.decisiongates.page.view.LinkView;
import org.decisiongates.page.view.MarkView;

/** Words approvals, or why there are none to show, in the language of the reader. What came from Jira is text here, never an address. */
@ConfluenceComponent
public class DecisionApprovalsFormatter {

    /** Before the name of a reason. */
    public static final String MISSING = "decision-gates.decision-approvals.missing.";
    /** Why the macro has nothing to show. */
    public static final Set<Reason> REASONS = Collections.unmodifiableSet(EnumSet.of(Reason.AUTHORISE, Reason.LOG_IN,
            Reason.NO_MATCHING_USER, Reason.NO_PERMISSION, Reason.REFUSED, Reason.TOO_SLOW, Reason.UNREACHABLE, Reason.BUSY, Reason.ASKING,
            Reason.BROKEN, Reason.NO_LINK, Reason.UNKNOWN_LINK, Reason.APP_MISSING_OR_OLDER, Reason.NO_ISSUE, Reason.BAD_ISSUE,
            Reason.TOO_MANY_ISSUES, Reason.FAILED));

    private static final String KEY = "decision-gates.decision-approvals.";

    private final ConfluenceTexts texts;
    private final ApprovalWording wording;
    private final MacroNoticeFormatter notices;

    public DecisionApprovalsFormatter(ConfluenceTexts texts) {
        this.texts = texts;
        this.wording = new ApprovalWording(texts);
        this.notices = new MacroNoticeFormatter(texts, MISSING);
    }

    /**
     * Where the macro stands.
     *
     * @param refresh where Jira is asked again; empty where there is no such place
     * @param help    address of the help page
     */
    record Place(Surface surface, Optional<String> refresh, String help) {
    }

    DecisionApprovalsView view(Found found, ApprovalQuestion question, Place place) {
        // keys of the page, and of nothing else, become addresses
        ApprovalOverview overview = found.content(question).of(question.issues());
        String jira = MacroNoticeFormatter.jira(found);
        ZoneId zone = ZoneId.of(overview.zone());
        List<MarkView> notes = new ArrayList<>();
        List<LinkView> links = new ArrayList<>();
        if (place.surface() != Surface.COMPARISON) {
            notices.stale(found).ifPresent(notes::add);
        }
        if (place.surface() == Surface.PAGE) {
            place.refresh().map(notices::refresh).ifPresent(links::add);
        }
        return new DecisionApprovalsView(notes, overview.issues().stream().map(issue -> issue(issue, jira, zone)).toList(),
                overview.unseen().isEmpty() ? ""
                        : text("unseen", overview.unseen().size(), MacroNoticeFormatter.cut(String.join(", ", overview.unseen()))),
                place.surface() == Surface.COMPARISON ? "" : text("as-of", moment(overview.asOf(), zone), zone.getId()), links);
    }

    MacroNoticeView notice(Missing missing, Place place) {
        return notices.notice(missing, notices.links(missing, place.surface(), place.refresh(), List.of(), place.help()), Optional.empty());
    }

    /** Everything that is wrong with what the macro asks. */
    MacroNoticeView notice(ApprovalQuestion question, Surface surface, String help) {
        return notices.notice(question.faults(), List.of(), surface == Surface.PAGE ? List.of(notices.help(help)) : List.of());
    }

    private IssueApprovalsView issue(IssueEntry issue, String jira, ZoneId zone) {
        List<String> notes = new ArrayList<>();
        issue.request().ifPresent(request -> notes.add(text(request.comment().isEmpty() ? "asked" : "asked-saying",
                person(request.person()), moment(request.at(), zone), request.comment())));
        if (!issue.takesApprovals()) {
            notes.add(text("other-type"));
        } else if (issue.requirements().isEmpty()) {
            notes.add(text("nothing-required"));
        }
        if (issue.over()) {
            notes.add(text("over"));
        }
        issue.brokenAt().ifPresent(step -> notes.add(text("chain-broken", step)));
        if (issue.more() > 0) {
            notes.add(text("more-requirements", issue.more()));
        }
        return new IssueApprovalsView(issue.key(), jira.isEmpty() ? "" : jira + "/browse/" + issue.asked(), issue.summary(), notes,
                issue.requirements().stream().map(requirement -> requirement(requirement, issue.over(), zone)).toList());
    }

    private RequiredApprovalView requirement(Requirement requirement, boolean over, ZoneId zone) {
        return new RequiredApprovalView(requirement.name(),
                wording.state(requirement.state(), requirement.given(), requirement.needed()), ApprovalWording.style(requirement.state()),
                over ? "" : wording.missing(requirement.missingCount(), requirement.missing().stream().map(this::person).toList()),
                requirement.verdicts().stream().map(verdict -> verdict(verdict, requirement.state(), zone)).toList(),
                requirement.more() == 0 ? "" : text("more-verdicts", requirement.more()));
    }

    private GivenVerdictView verdict(VerdictEntry verdict, ApprovalState state, ZoneId zone) {
        return new GivenVerdictView(wording.speaker(person(verdict.person()), verdict.onBehalfOf().map(this::person)),
                wording.kind(verdict.kind()), moment(verdict.at(), zone), wording.standing(state, verdict.kind(), verdict.standing()),
                ApprovalWording.style(state, verdict.kind(), verdict.standing()),
                verdict.changed().isEmpty() ? "" : text("changed", wording.sections(verdict.changed())));
    }

    private String person(PersonName person) {
        return wording.person(person.name(), person.active());
    }

    private String moment(Instant at, ZoneId zone) {
        ZonedDateTime there = at.atZone(zone);
        return text("moment", there.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(texts.locale())),
                there.format(DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT)));
    }

    private String text(String key, Serializable... arguments) {
        return texts.text(KEY + key, arguments);
    }
}
