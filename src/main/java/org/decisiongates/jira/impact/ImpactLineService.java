package org.decisiongates.jira.impact;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;

import com.atlassian.jira.issue.Issue;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.impact.ImpactLineParser;
import org.decisiongates.impact.ImpactLines;
import org.decisiongates.impact.ImpactLines.Applied;
import org.decisiongates.impact.ImpactLines.Full;
import org.decisiongates.impact.ImpactLines.Outcome;
import org.decisiongates.impact.ImpactLines.Revision;
import org.decisiongates.impact.ImpactLines.Stale;
import org.decisiongates.impact.ImpactLines.StoredLine;
import org.decisiongates.issue.ImpactLine;
import org.decisiongates.jira.platform.issuetype.OwnIssueAccess;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.text.Message;

/**
 * Reads and changes the impact lines of an issue, within the caller's permissions. Throws {@link ProblemException} where they do not reach,
 * or a line is wrong.
 */
@JiraComponent
public class ImpactLineService {

    private final ImpactLines lines;
    private final OwnIssueAccess issues;
    private final ImpactPage page;
    private final ImpactFormatter formatter;

    ImpactLineService(ImpactLines lines, OwnIssueAccess issues, ImpactPage page, ImpactFormatter formatter) {
        this.lines = lines;
        this.issues = issues;
        this.page = page;
        this.formatter = formatter;
    }

    ImpactLineReplies.Lines lines(String key) {
        Issue issue = visible(key);
        return ImpactLineReplies.Lines.of(issue.getKey(), issues.editable(issue), lines.ofIssue(issue.getId()));
    }

    ImpactLineReplies.History history(String key) {
        Issue issue = visible(key);
        return ImpactLineReplies.History.of(issue.getKey(), lines.history(issue.getId()));
    }

    /** The panel as it is now, HTML. */
    String panel(String key) {
        return page.html(visible(key));
    }

    ImpactLineReplies.Line add(String key, InputStream sent) throws IOException {
        Issue issue = editable(key);
        ImpactLine line = line(ImpactLineBody.read(sent), Map.of());
        return ImpactLineReplies.Line.of(requireApplied(lines.add(issues.context(issue), line), issue));
    }

    /** @param id number of the line, unchecked from the address */
    ImpactLineReplies.Line change(String key, String id, InputStream sent) throws IOException {
        Issue issue = editable(key);
        ImpactLineBody body = ImpactLineBody.read(sent);
        ImpactLine line = line(body, body.version().isPresent() ? Map.of() : Map.of(ImpactLineBody.VERSION, ImpactLineBody.noVersion()));
        return ImpactLineReplies.Line
                .of(requireApplied(lines.change(issues.context(issue), new Revision(number(id), body.version().orElseThrow()), line),
                        issue));
    }

    /**
     * @param id      number of the line, unchecked from the address
     * @param version the version of the line that the caller has seen, unchecked from the address
     */
    void remove(String key, String id, String version) {
        Issue issue = editable(key);
        int seen = ImpactLineBody.version(version)
                .orElseThrow(() -> new ProblemException(400, Map.of(ImpactLineBody.VERSION, ImpactLineBody.noVersion())));
        requireApplied(lines.remove(issues.context(issue), new Revision(number(id), seen)), issue);
    }

    private Issue visible(String key) {
        Issue issue = issues.visible(key).orElseThrow(() -> new ProblemException(404, "decision-gates.impact.no-such-issue", key));
        if (issues.kind(issue).isEmpty()) {
            throw new ProblemException(400, "decision-gates.impact.other-type", issue.getKey());
        }
        return issue;
    }

    private Issue editable(String key) {
        Issue issue = visible(key);
        if (!issues.editable(issue)) {
            throw new ProblemException(403, "decision-gates.impact.not-editable", issue.getKey());
        }
        return issue;
    }

    /** The line that was sent, unless something is wrong with it: all of that is said at once. */
    private static ImpactLine line(ImpactLineBody body, Map<String, Message> missing) {
        ImpactLineParser.ParsedLine reading = ImpactLineParser.read(body.typed());
        Map<String, Message> faults = new LinkedHashMap<>();
        reading.faults().forEach(fault -> faults.put(fault.part().key(), new Message(fault.key(), fault.arguments())));
        faults.putAll(body.faults());
        faults.putAll(missing);
        if (!faults.isEmpty()) {
            throw new ProblemException(400, faults);
        }
        return reading.line().orElseThrow();
    }

    private StoredLine requireApplied(Outcome outcome, Issue issue) {
        if (outcome instanceof Applied applied) {
            return applied.line();
        }
        if (outcome instanceof Stale stale) {
            throw ProblemException.conflict(Message.of("decision-gates.impact.stale", formatter.sentence(stale.current().line())),
                    ImpactLineReplies.Line.of(stale.current()));
        }
        throw outcome instanceof Full
                ? new ProblemException(400, "decision-gates.impact.full", issue.getKey(), String.valueOf(ImpactLines.MAX))
                : new ProblemException(404, "decision-gates.impact.gone", issue.getKey());
    }

    /** The number of a line; no line has number 0. */
    private static long number(String id) {
        return id.matches("[1-9][0-9]{0,17}") ? Long.parseLong(id) : 0;
    }
}
