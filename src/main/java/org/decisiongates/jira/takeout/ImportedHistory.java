package org.decisiongates.jira.takeout;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.comments.CommentManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.takeout.TakenGate;
import org.decisiongates.takeout.TakenIssue;
import org.decisiongates.takeout.TakenWaiver;
import org.decisiongates.text.Abbreviation;

/**
 * Keeps what happened to an imported issue where it comes from, as a comment for people to read: where and when it was created, its status,
 * its waivers, and what gates said. None of it counts here: no waiver is active by it, and the journal of gates does not hold it
 * (ADR-0162).
 */
@JiraComponent
class ImportedHistory {

    /** Characters. Jira refuses a comment of more than 32 767, and would do so at every attempt. */
    private static final int MAX_LENGTH = 30_000;
    private static final int MAX_LINE = 2_000;
    /** Of the newest. */
    private static final int MAX_GATES = 100;

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
            notes.add(taken.statusSince()
                    .map(since -> texts.text("decision-gates.takeout.import.status-since", taken.status(), issue.getStatus().getName(),
                            since.toString()))
                    .orElseGet(() -> texts.text("decision-gates.takeout.import.status", taken.status(), issue.getStatus().getName())));
        }
    }

    /** As much as a comment holds: waivers, then the newest of the gates. */
    private String text(TakenIssue taken, IssueImport.Target target) {
        String from = line("decision-gates.takeout.import.from", taken.key(), target.address() + "/browse/" + taken.key(),
                taken.created().toString(), taken.updated().toString(), taken.status());
        String was = taken.statusSince().map(since -> line("decision-gates.takeout.import.was-since", taken.status(), since.toString()))
                .orElseGet(() -> line("decision-gates.takeout.import.was", taken.status()));
        List<String> lines = new ArrayList<>(List.of(was, from));
        List<String> waivers = taken.waivers().stream()
                .flatMap(waiver -> waiver.steps().stream().map(step -> line(waiver, step, target))).toList();
        lines.addAll(fitting(waivers, MAX_LENGTH - was.length() - from.length() - 1));
        List<String> newest = new ArrayList<>(taken.gates().stream().map(gate -> line(gate, target)).toList());
        Collections.reverse(newest);
        List<String> gates = new ArrayList<>(fitting(newest.stream().limit(MAX_GATES).toList(),
                MAX_LENGTH - String.join("\n", lines).length()));
        Collections.reverse(gates);
        lines.addAll(gates);
        int left = 2 + waivers.size() + newest.size() - lines.size();
        if (left > 0) {
            lines.add(line("decision-gates.takeout.import.more-gates", left));
        }
        return "{noformat}\n" + String.join("\n", lines) + "\n{noformat}";
    }

    private String line(TakenWaiver waiver, TakenWaiver.Step step, IssueImport.Target target) {
        return line("decision-gates.takeout.import.waiver", step.at().toString(), waiver.rule(), step.state(),
                target.people().nameOf(step.actor()), waiver.until().toString(), step.reason());
    }

    private String line(TakenGate gate, IssueImport.Target target) {
        return line("decision-gates.takeout.import.gate", gate.at().toString(), gate.transition(), target.people().nameOf(gate.actor()),
                gate.outcome(), String.join(", ", gate.failed()));
    }

    /** Nothing in it is markup of Jira's. */
    private String line(String key, Serializable... arguments) {
        return Abbreviation.of(texts.text(key, arguments), MAX_LINE).replaceAll("(?i)\\{(noformat)", "{ $1");
    }

    /** The first of these that have room, each with the end of its line. */
    private static List<String> fitting(List<String> lines, int room) {
        List<String> fitting = new ArrayList<>();
        int left = room;
        for (String line : lines) {
            left -= line.length() + 1;
            if (left < 0) {
                break;
            }
            fitting.add(line);
        }
        return fitting;
    }
}
