package org.decisiongates.sandbox.jira.web.page;

import java.util.List;
import java.util.Map;

import org.decisiongates.sandbox.host.Fragments;
import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.SandboxJira;
import org.decisiongates.sandbox.jira.web.frame.Answer;
import org.decisiongates.sandbox.jira.web.frame.Frame;
import org.decisiongates.sandbox.jira.web.frame.Page;
import org.decisiongates.sandbox.jira.web.frame.Place;
import org.decisiongates.sandbox.jira.web.frame.Visit;

/** One issue with everything known about it and everything the viewer may do to it. */
public final class IssuePage implements Page {

    private final IssueViews views;

    public IssuePage(SandboxJira jira, Words words, Fragments fragments, Frame frame) {
        views = new IssueViews(jira, words, fragments, frame);
    }

    @Override
    public Answer show(Visit visit) {
        return show(visit, visit.issue(visit.lastOfPath()), List.of());
    }

    /** The issue with what stood against an action on it. */
    Answer show(Visit visit, IssueRow issue, List<String> messages) {
        IssueView view = views.view(visit, issue, messages);
        return Answer.view("[" + issue.key() + "] " + issue.summary(), "page/issue.vm", Map.of("view", view),
                Place.issue(view.project(), issue.key()));
    }
}
