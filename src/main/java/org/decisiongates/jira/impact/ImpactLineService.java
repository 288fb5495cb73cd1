package org.decisiongates.jira.impact;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import com.atlassian.jira.issue.Issue;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.impact.ImpactLineParser;
import org.decisiongates.impact.ImpactLines;
import org.decisiongates.impact.ImpactLines.Done;
import org.decisiongates.impact.ImpactLines.Full;
import org.decisiongates.impact.ImpactLines.Outcome;
import org.decisiongates.impact.ImpactLines.Place;
import org.decisiongates.impact.ImpactLines.Stale;
import org.decisiongates.issue.ImpactLine;
import org.decisiongates.jira.platform.rest.RestReply;

/** Reads and changes the impact lines of an issue, within the caller's permissions and in the caller's language. */
@JiraComponent
public class ImpactLineService {

    private final ImpactLines lines;
    private final ImpactIssues issues;
    private final ImpactPage page;
    private final ImpactFormatter words;

    ImpactLineService(ImpactLines lines, ImpactIssues issues, ImpactPage page, ImpactFormatter words) {
        this.lines = lines;
        this.issues = issues;
        this.page = page;
        this.words = words;
    }

    public RestReply lines(String key) {
        return reading(key,
                issue -> new RestReply(200, ImpactJson.lines(issue.getKey(), issues.editable(issue), lines.ofIssue(issue.getId()))));
    }

    public RestReply history(String key) {
        return reading(key, issue -> new RestReply(200, ImpactJson.history(issue.getKey(), lines.history(issue.getId()))));
    }

    /** The panel as it is now, HTML when the status is 200. */
    public RestReply panel(String key) {
        return reading(key, issue -> new RestReply(200, page.html(issue)));
    }

    public RestReply add(String key, InputStream sent) throws IOException {
        ImpactLineBody body = ImpactLineBody.read(sent);
        return writing(key, issue -> onLine(body, false, line -> lines.add(issues.occasion(issue), line)), 201);
    }

    /** @param id number of the line; whatever was in the address */
    public RestReply change(String key, String id, InputStream sent) throws IOException {
        ImpactLineBody body = ImpactLineBody.read(sent);
        return writing(key, issue -> onLine(body, true,
                line -> lines.change(issues.occasion(issue), new Place(number(id), body.version().orElseThrow()), line)), 200);
    }

    /**
     * @param id      number of the line; whatever was in the address
     * @param version the version of the line that the caller has seen; whatever was in the address
     */
    public RestReply remove(String key, String id, String version) {
        return writing(key, issue -> {
            if (version == null || !version.matches("[1-9][0-9]{0,8}")) {
                return new Reply(Optional.empty(),
                        refused(400, List.of(), Map.of(ImpactLineBody.VERSION, words.text("decision-gates.impact.body.no-version"))));
            }
            return Reply.of(lines.remove(issues.occasion(issue), new Place(number(id), Integer.parseInt(version))));
        }, 204);
    }

    private RestReply reading(String key, Function<Issue, RestReply> answer) {
        Optional<Issue> issue = issues.visible(key);
        if (issue.isEmpty()) {
            return refused(404, "decision-gates.impact.no-such-issue", key);
        }
        if (issues.kind(issue.get()).isEmpty()) {
            return refused(400, "decision-gates.impact.other-type", issue.get().getKey());
        }
        return answer.apply(issue.get());
    }

    private RestReply writing(String key, Function<Issue, Reply> work, int done) {
        return reading(key, issue -> {
            if (!issues.editable(issue)) {
                return refused(403, "decision-gates.impact.not-editable", issue.getKey());
            }
            Reply reply = work.apply(issue);
            return reply.outcome().map(outcome -> told(outcome, issue, done)).orElse(reply.refusal());
        });
    }

    private Reply onLine(ImpactLineBody body, boolean versioned, Function<ImpactLine, Outcome> work) {
        if (body.refusal().isPresent()) {
            ImpactLineBody.Said why = body.refusal().get().why();
            return new Reply(Optional.empty(), refused(body.refusal().get().status(), List.of(said(why.key(), why.arguments())), Map.of()));
        }
        ImpactLineParser.Reading reading = ImpactLineParser.read(body.typed());
        Map<String, String> faults = new LinkedHashMap<>();
        reading.faults().forEach(fault -> faults.put(fault.part().key(), said(fault.key(), fault.arguments())));
        body.faults().forEach((name, fault) -> faults.put(name, said(fault.key(), fault.arguments())));
        if (versioned && body.version().isEmpty()) {
            faults.put(ImpactLineBody.VERSION, words.text("decision-gates.impact.body.no-version"));
        }
        return faults.isEmpty() ? Reply.of(work.apply(reading.line().orElseThrow()))
                : new Reply(Optional.empty(), refused(400, List.of(), faults));
    }

    private RestReply told(Outcome outcome, Issue issue, int done) {
        if (outcome instanceof Done stored) {
            return new RestReply(done, done == 204 ? "" : ImpactJson.line(stored.kept()));
        }
        if (outcome instanceof Stale stale) {
            return new RestReply(409, ImpactJson.conflict(words.text("decision-gates.impact.stale", words.sentence(stale.current().line())),
                    stale.current()));
        }
        return outcome instanceof Full ? refused(400, "decision-gates.impact.full", issue.getKey(), String.valueOf(ImpactLines.MOST))
                : refused(404, "decision-gates.impact.gone", issue.getKey());
    }

    private RestReply refused(int status, String key, String... arguments) {
        return refused(status, List.of(words.text(key, arguments)), Map.of());
    }

    private static RestReply refused(int status, List<String> messages, Map<String, String> fields) {
        return new RestReply(status, ImpactJson.errors(messages, fields));
    }

    private String said(String key, List<String> arguments) {
        return words.text(key, arguments.toArray(String[]::new));
    }

    /** The number of a line; no line has number 0. */
    private static long number(String id) {
        return id.matches("[1-9][0-9]{0,17}") ? Long.parseLong(id) : 0;
    }

    /** What came of a change, or why none was tried. */
    private record Reply(Optional<Outcome> outcome, RestReply refusal) {

        static Reply of(Outcome outcome) {
            return new Reply(Optional.of(outcome), null);
        }
    }
}
