package org.decisiongates.jira.takeout;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.comments.CommentManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.takeout.TakenGate;
import org.decisiongates.takeout.TakenIssue;
import org.decisiongates.takeout.TakenWaiver;

/**
 * Keeps what happened to an imported issue where it comes from, as a comment for people to read: where and when it was created, its status,
 * its waivers, and what gates said. None of it counts here: no waiver is active by it, and the journal of gates does not hold it
 * (ADR-0162).
 */
@JiraComponent
class ImportedHistory {

    /** Of the newest. */
    private static final int MAX_LINES = 100;

    private final CommentManager comments;
    private final JiraTexts texts;

    ImportedHistory(CommentManager comments, JiraTexts texts) {
        this.comments = comments;
        this.texts = texts;
    }

    /** Nothing where the comment is there already. */
    void keep(TakenIssue taken, Issue issue, IssueImport.Target target, List<String> notes) {
        String said = text(taken, target);
        boolean isSaid = comments.getCommentsForUser(issue, target.caller()).stream()
                .anyMatch(comment -> Objects.requireNonNullElse(comment.getBody(), "").equals(said));
        if (!isSaid) {
            comments.create(issue, target.caller(), said, false);
        }
        if (!taken.status().equals(issue.getStatus().getName())) {
            notes.add(texts.text("decision-gates.takeout.import.status", taken.status(), issue.getStatus().getName()));
        }
    }

    /** Nothing in it is markup of Jira's. */
    private String text(TakenIssue taken, IssueImport.Target target) {
        List<String> lines = new ArrayList<>();
        lines.add(texts.text("decision-gates.takeout.import.from", taken.key(), target.address() + "/browse/" + taken.key(),
                taken.created().toString(), taken.updated().toString(), taken.status()));
        for (TakenWaiver waiver : taken.waivers()) {
            for (TakenWaiver.Step step : waiver.steps()) {
                lines.add(texts.text("decision-gates.takeout.import.waiver", step.at().toString(), waiver.rule(), step.state(),
                        target.people().nameOf(step.actor()), waiver.until().toString(), step.reason()));
            }
        }
        List<TakenGate> gates = taken.gates().subList(Math.max(0, taken.gates().size() - MAX_LINES), taken.gates().size());
        for (TakenGate gate : gates) {
            lines.add(texts.text("decision-gates.takeout.import.gate", gate.at().toString(), gate.transition(),
                    target.people().nameOf(gate.actor()), gate.outcome(), String.join(", ", gate.failed())));
        }
        if (gates.size() < taken.gates().size()) {
            lines.add(texts.text("decision-gates.takeout.import.more-gates", taken.gates().size() - gates.size()));
        }
        return "{noformat}\n" + String.join("\n", lines).replace("{noformat", "{ noformat") + "\n{noformat}";
    }
}
