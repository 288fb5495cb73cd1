package org.decisiongates.jira.takeout;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.task.KeptParts;
import org.decisiongates.jira.platform.task.TaskProgress;
import org.decisiongates.json.UnreadableJsonException;
import org.decisiongates.takeout.ImportReport;
import org.decisiongates.takeout.ImportReport.Line;
import org.decisiongates.takeout.ImportReport.Outcome;
import org.decisiongates.takeout.ImportReportPart;
import org.decisiongates.takeout.TakeOutPart;
import org.decisiongates.takeout.TakenIssue;

/**
 * An import that is being done: first all issues, then what leads from one to another. Of the file one part is in memory, of the issues
 * their keys and ids.
 */
final class RunningImport {

    private final IssueImport issues;
    private final ImportedLinks links;
    private final ImportedSuccessor successors;
    private final ImportedFollowUps followUps;
    private final KeptParts parts;
    private final IssueImport.Target target;
    private final TaskProgress progress;
    /** Ids here by keys there. */
    private final Map<String, Long> here = new HashMap<>();
    /** Which issues are to be completed, by their numbers in the file. */
    private final BitSet begun = new BitSet();
    private final ImportReport.Builder report = new ImportReport.Builder();
    private int done;

    RunningImport(IssueImport issues, ImportedLinks links, ImportedSuccessor successors, ImportedFollowUps followUps, KeptParts parts,
            IssueImport.Target target, TaskProgress progress) {
        this.issues = issues;
        this.links = links;
        this.successors = successors;
        this.followUps = followUps;
        this.parts = parts;
        this.target = target;
        this.progress = progress;
    }

    ImportReport run() {
        for (int number = 0; number < parts.count(); number++) {
            progress.keep(make(read(number)).json());
        }
        int issue = 0;
        for (int number = 0; number < parts.count(); number++) {
            List<Line> noted = new ArrayList<>();
            for (TakenIssue taken : read(number).issues()) {
                List<String> notes = begun.get(issue) ? link(taken) : List.of();
                noted.add(new Line(taken.key(), "", Outcome.CREATED, notes));
                report.note(issue, notes);
                issue++;
                progress.done(++done);
            }
            progress.keep(new ImportReportPart(noted).json());
        }
        return report.build(target.project().getKey(), parts.count());
    }

    private ImportReportPart make(TakeOutPart part) {
        List<Line> lines = new ArrayList<>();
        for (TakenIssue taken : part.issues()) {
            Line line = issues.take(taken, target);
            begun.set(done, line.outcome() == Outcome.CREATED);
            issues.idOf(taken, target).ifPresent(id -> here.put(taken.key(), id));
            lines.add(line);
            report.add(line);
            if (taken.hasLeftFirstStatus() && !line.to().isEmpty()) {
                report.had(taken.status(), line.to());
            }
            progress.done(++done);
        }
        return new ImportReportPart(lines);
    }

    /** What is noted of it. */
    private List<String> link(TakenIssue taken) {
        List<String> notes = new ArrayList<>();
        links.take(taken, here.get(taken.key()), here, target, notes);
        successors.take(taken, here.get(taken.key()), here, target, notes);
        followUps.take(taken, here.get(taken.key()), here, notes);
        issues.complete(taken, target);
        return notes;
    }

    private TakeOutPart read(int number) {
        String part = parts.read(number);
        if (part.isEmpty()) {
            throw new ProblemException(409, "decision-gates.takeout.import.part-gone");
        }
        try {
            return TakeOutPart.read(part);
        } catch (UnreadableJsonException e) {
            throw new IllegalStateException("part " + number + " of the file that is imported cannot be read", e);
        }
    }
}
