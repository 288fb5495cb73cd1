package org.decisiongates.jira.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.atlassian.jira.issue.AttachmentManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.attachment.Attachment;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import com.atlassian.templaterenderer.TemplateRenderer;

import org.decisiongates.issue.Evidence;
import org.decisiongates.issue.Hypothesis;
import org.decisiongates.issue.IssueRecord;
import org.decisiongates.issue.IssueRecord.Kind;
import org.decisiongates.issue.IssueRecords;
import org.decisiongates.jira.platform.record.PageRecords;
import org.decisiongates.jira.platform.rest.OwnIssueAccess;
import org.decisiongates.jira.platform.web.RenderedTemplate;
import org.decisiongates.record.HypothesisVerdicts;
import org.decisiongates.record.Records;
import org.decisiongates.timeline.Change;
import org.decisiongates.timeline.RowAtRevision;

/** Renders the record of an issue, on the page of the issue and again after a change. */
@JiraComponent
public class RecordPage {

    private static final String TEMPLATE = "/jira/record/record.vm";
    private static final String MATRIX = "/jira/record/evidence-matrix.vm";
    /** What is asked about a Blocker first; it has no options, since nothing is decided there. */
    private static final List<Kind> OF_A_BLOCKER = List.of(Kind.COMMUNICATION_PLAN, Kind.RISK, Kind.EXCEPTION_STATE, Kind.CRITERION,
            Kind.EVIDENCE);

    private final PageRecords records;
    private final Records history;
    private final OwnIssueAccess issues;
    private final RecordFormatter formatter;
    private final EvidenceMatrixFormatter matrix;
    private final AttachmentManager attachments;
    private final TemplateRenderer renderer;
    private final ApplicationProperties application;

    RecordPage(PageRecords records, Records history, OwnIssueAccess issues, RecordFormatter formatter, EvidenceMatrixFormatter matrix,
            AttachmentManager attachments, TemplateRenderer renderer, ApplicationProperties application) {
        this.records = records;
        this.history = history;
        this.issues = issues;
        this.formatter = formatter;
        this.matrix = matrix;
        this.attachments = attachments;
        this.renderer = renderer;
        this.application = application;
    }

    String html(Issue issue) {
        List<RowAtRevision<IssueRecord>> all = records.ofIssue(issue.getId());
        Set<String> attached = attached(issue, all);
        return RenderedTemplate.of(renderer, TEMPLATE, view(issue, all, attached)) + RenderedTemplate.of(renderer, MATRIX,
                matrix.view(IssueRecords.of(all.stream().map(RowAtRevision::row).toList()), attached::contains));
    }

    /** The row in one sentence, in the reader's language. */
    String sentence(IssueRecord row) {
        return formatter.sentence(row);
    }

    private RecordView view(Issue issue, List<RowAtRevision<IssueRecord>> all, Set<String> attached) {
        boolean blocker = issues.kind(issue).filter(kind -> kind == Change.Kind.BLOCKER).isPresent();
        String address = application.getBaseUrl(UrlMode.RELATIVE) + "/rest/decision-gates/1.0/issue/" + issue.getKey() + "/records";
        RecordFormatter.Content content = new RecordFormatter.Content(all, attached, verdicts(issue, all));
        return new RecordView(address, issues.editable(issue),
                kinds(blocker, all).stream().map(kind -> formatter.section(kind, content)).toList());
    }

    /** Who gave a verdict of a hypothesis, and when; nobody reads the history where there is none. */
    private Map<Long, HypothesisVerdicts.Given> verdicts(Issue issue, List<RowAtRevision<IssueRecord>> all) {
        return all.stream().noneMatch(one -> one.row() instanceof Hypothesis belief && belief.state() != Hypothesis.State.OPEN)
                ? Map.of()
                : HypothesisVerdicts.of(history.history(issue.getId()));
    }

    /** Names of its files; nobody asks Jira where no evidence is one. */
    private Set<String> attached(Issue issue, List<RowAtRevision<IssueRecord>> all) {
        return all.stream().noneMatch(one -> one.row() instanceof Evidence evidence && evidence.source() == Evidence.Source.ATTACHMENT)
                ? Set.of()
                : attachments.getAttachments(issue).stream().map(Attachment::getFilename).collect(Collectors.toSet());
    }

    /** The kinds that are asked about, and those that somebody has recorded all the same. */
    static List<Kind> kinds(boolean blocker, List<RowAtRevision<IssueRecord>> all) {
        if (!blocker) {
            return List.of(Kind.values());
        }
        List<Kind> kinds = new ArrayList<>(OF_A_BLOCKER);
        Arrays.stream(Kind.values()).filter(kind -> !kinds.contains(kind) && all.stream().anyMatch(one -> one.row().kind() == kind))
                .forEach(kinds::add);
        return kinds;
    }
}
