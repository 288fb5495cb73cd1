package org.decisiongates.sandbox.jira.web.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.decisiongates.sandbox.jira.model.IssueRow;
import org.decisiongates.sandbox.jira.model.Outcome;
import org.decisiongates.sandbox.jira.model.Permission;
import org.decisiongates.sandbox.jira.model.SandboxJira;
import org.decisiongates.sandbox.jira.model.UserRow;
import org.decisiongates.sandbox.jira.web.form.Forms;
import org.decisiongates.sandbox.jira.web.frame.Answer;
import org.decisiongates.sandbox.jira.web.frame.Page;
import org.decisiongates.sandbox.jira.web.frame.Place;
import org.decisiongates.sandbox.jira.web.frame.Stop;
import org.decisiongates.sandbox.jira.web.frame.Visit;

/** The small actions on an issue: comment, assign, link, delete. */
public final class ActionPages {

    private final SandboxJira jira;
    private final IssuePage issuePage;

    public ActionPages(SandboxJira jira, IssuePage issuePage) {
        this.jira = jira;
        this.issuePage = issuePage;
    }

    public Page comment() {
        return new Page() {
            @Override
            public Answer submit(Visit visit) {
                IssueRow issue = allowed(visit, Permission.ADD_COMMENTS, "comment on");
                if (visit.text("comment").isBlank()) {
                    return issuePage.show(visit, issue, List.of("Comment body can not be empty!"));
                }
                return after(visit, issue, jira.issues().comment(visit.userKey(), issue.id(), visit.text("comment").replace("\r\n", "\n")));
            }
        };
    }

    public Page assign() {
        return new Page() {
            @Override
            public Answer show(Visit visit) {
                IssueRow issue = allowed(visit, Permission.ASSIGN_ISSUES, "assign");
                String now = jira.users().byKey(issue.assigneeKey()).map(UserRow::name).orElse("");
                return form(visit, issue, now, "");
            }

            @Override
            public Answer submit(Visit visit) {
                IssueRow issue = allowed(visit, Permission.ASSIGN_ISSUES, "assign");
                Outcome outcome = jira.issues().assign(visit.userKey(), issue.id(), visit.text("assignee").strip());
                return outcome.done() ? Answer.done("/browse/" + issue.key())
                        : form(visit, issue, visit.text("assignee"), all(outcome).get(0));
            }

            private Answer form(Visit visit, IssueRow issue, String value, String error) {
                return Answer.view("Assign - " + issue.key(), "page/assign.vm", Map.of("issue", issue, "value", value, "error", error,
                        "people", Forms.assignable(visit.projectOf(issue))), place(visit, issue));
            }
        };
    }

    public Page link() {
        return new Page() {
            @Override
            public Answer show(Visit visit) {
                return form(visit, allowed(visit, Permission.LINK_ISSUES, "link"), "");
            }

            @Override
            public Answer submit(Visit visit) {
                IssueRow issue = allowed(visit, Permission.LINK_ISSUES, "link");
                Optional<IssueRow> other = jira.issues().visible(visit.userKey(), visit.text("issueKeys").strip());
                String[] way = visit.text("linkDesc").split(":");
                if (other.isEmpty() || way.length != 2 || !way[1].matches("\\d{1,18}")) {
                    return form(visit, issue, other.isEmpty() ? "The issue \"" + visit.text("issueKeys").strip()
                            + "\" does not exist, or you may not see it." : "Choose how the issues are linked.");
                }
                long type = Long.parseLong(way[1]);
                Outcome outcome = way[0].equals("out") ? jira.issues().link(visit.userKey(), type, issue.id(), other.get().id())
                        : jira.issues().link(visit.userKey(), type, other.get().id(), issue.id());
                return outcome.done() ? Answer.done("/browse/" + issue.key()) : form(visit, issue, all(outcome).get(0));
            }

            private Answer form(Visit visit, IssueRow issue, String error) {
                return Answer.view("Link - " + issue.key(), "page/link.vm",
                        new HashMap<>(Map.of("issue", issue, "types", jira.links().types(),
                                "chosen", visit.text("linkDesc"), "other", visit.text("issueKeys"), "error", error)),
                        place(visit, issue));
            }
        };
    }

    public Page delete() {
        return new Page() {
            @Override
            public Answer show(Visit visit) {
                IssueRow issue = allowed(visit, Permission.DELETE_ISSUES, "delete");
                return Answer.view("Delete - " + issue.key(), "page/delete.vm", Map.of("issue", issue), place(visit, issue));
            }

            @Override
            public Answer submit(Visit visit) {
                IssueRow issue = allowed(visit, Permission.DELETE_ISSUES, "delete");
                String project = visit.projectOf(issue).key();
                Outcome outcome = jira.issues().delete(visit.userKey(), issue.id());
                return outcome.done() ? Answer.redirect("/projects/" + project) : issuePage.show(visit, issue, all(outcome));
            }
        };
    }

    private IssueRow allowed(Visit visit, Permission permission, String what) {
        visit.requireUser();
        IssueRow issue = visit.issue(visit.text("id"));
        if (!jira.issues().may(permission, issue, visit.userKey())) {
            throw Stop.forbidden("You do not have permission to " + what + " issues in this project.");
        }
        return issue;
    }

    private Answer after(Visit visit, IssueRow issue, Outcome outcome) {
        return outcome.done() ? Answer.done("/browse/" + issue.key()) : issuePage.show(visit, issue, all(outcome));
    }

    private static List<String> all(Outcome outcome) {
        return java.util.stream.Stream.concat(outcome.messages().stream(), outcome.errors().values().stream()).toList();
    }

    private static Place place(Visit visit, IssueRow issue) {
        return Place.issue(visit.projectOf(issue), issue.key());
    }
}
