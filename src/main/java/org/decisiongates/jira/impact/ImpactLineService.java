package org.decisiongates.jira.impact;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import com.atlassian.jira.issue.Issue;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.impact.ImpactLineParser;
import org.decisiongates.impact.ImpactLineParser.Part;
import org.decisiongates.impact.ImpactLines;
import org.decisiongates.issue.ImpactLine;
import org.decisiongates.jira.platform.rest.OwnIssueAccess;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.rest.RowRequestBody;
import org.decisiongates.jira.platform.time.DayParser;
import org.decisiongates.text.Message;
import org.decisiongates.text.TypedText;
import org.decisiongates.timeline.RowAtRevision;
import org.decisiongates.timeline.RowChangeOutcome;

/**
 * Reads and changes the impact lines of an issue, within the caller's permissions. Throws {@link ProblemException} where they do not reach,
 * or a line is wrong.
 */
@JiraComponent
public class ImpactLineService {

    static final String OTHER_TYPE = "decision-gates.impact.other-type";

    private final ImpactLines lines;
    private final OwnIssueAccess issues;
    private final ImpactPage page;
    private final ImpactFormatter formatter;
    private final DayParser days;

    ImpactLineService(ImpactLines lines, OwnIssueAccess issues, ImpactPage page, ImpactFormatter formatter, DayParser days) {
        this.lines = lines;
        this.issues = issues;
        this.page = page;
        this.formatter = formatter;
        this.days = days;
    }

    ImpactLineReplies.Lines lines(String key) {
        Issue issue = issues.requireVisible(key, OTHER_TYPE);
        return ImpactLineReplies.Lines.of(issue.getKey(), issues.editable(issue), lines.ofIssue(issue.getId()));
    }

    ImpactLineReplies.History history(String key) {
        Issue issue = issues.requireVisible(key, OTHER_TYPE);
        return ImpactLineReplies.History.of(issue.getKey(), lines.history(issue.getId()));
    }

    /** The panel as it is now, HTML. */
    String panel(String key) {
        return page.html(issues.requireVisible(key, OTHER_TYPE));
    }

    ImpactLineReplies.Line add(String key, InputStream sent) throws IOException {
        Issue issue = issues.requireEditable(key, OTHER_TYPE);
        return ImpactLineReplies.Line
                .of(requireApplied(lines.add(issues.context(issue), line(RowRequestBody.read(sent, Part.byKey()))), issue));
    }

    /** @param id number of the line, unchecked from the address */
    ImpactLineReplies.Line change(String key, String id, InputStream sent) throws IOException {
        Issue issue = issues.requireEditable(key, OTHER_TYPE);
        RowRequestBody<Part> body = RowRequestBody.readStored(sent, Part.byKey());
        ImpactLine line = line(body);
        return ImpactLineReplies.Line.of(requireApplied(lines.change(issues.context(issue), body.revision(id), line), issue));
    }

    /**
     * @param id      number of the line, unchecked from the address
     * @param version the version of the line that the caller has seen, unchecked from the address
     */
    void remove(String key, String id, String version) {
        Issue issue = issues.requireEditable(key, OTHER_TYPE);
        requireApplied(lines.remove(issues.context(issue), RowRequestBody.revision(id, version)), issue);
    }

    /** The line that was sent, unless something is wrong with it. */
    private ImpactLine line(RowRequestBody<Part> body) {
        Map<Part, String> typed = new HashMap<>(body.typed());
        // Jira's own form of a day depends on the installation, which the domain does not know
        typed.computeIfPresent(Part.CHECK, (part, text) -> days.day(TypedText.tidied(text)).map(LocalDate::toString).orElse(text));
        ImpactLineParser.ParsedLine reading = ImpactLineParser.read(typed);
        Map<String, Message> faults = new LinkedHashMap<>();
        reading.faults().forEach(fault -> faults.put(fault.part().key(), new Message(fault.key(), fault.arguments())));
        body.requireSound(faults);
        return reading.line().orElseThrow();
    }

    private RowAtRevision<ImpactLine> requireApplied(RowChangeOutcome<ImpactLine> outcome, Issue issue) {
        if (outcome instanceof RowChangeOutcome.Applied<ImpactLine> applied) {
            return applied.row();
        }
        if (outcome instanceof RowChangeOutcome.Stale<ImpactLine> stale) {
            throw ProblemException.conflict(Message.of("decision-gates.impact.stale", formatter.sentence(stale.current().row())),
                    ImpactLineReplies.Line.of(stale.current()));
        }
        throw outcome instanceof RowChangeOutcome.Full
                ? new ProblemException(400, "decision-gates.impact.full", issue.getKey(), String.valueOf(ImpactLines.MAX))
                : new ProblemException(404, "decision-gates.impact.gone", issue.getKey());
    }
}
