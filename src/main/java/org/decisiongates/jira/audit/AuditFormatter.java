package org.decisiongates.jira.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.audit.ChainHead;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.time.MomentFormatter;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.page.view.LinkView;
import org.decisiongates.page.view.MarkView;
import org.decisiongates.policy.Enforcement;
import org.decisiongates.policy.RuleResult.Status;
import org.decisiongates.summary.WeekHead;
import org.decisiongates.timeline.GateEvent;
import org.decisiongates.timeline.GateEvent.Source;
import org.decisiongates.timeline.GateFilter;

/** Words entries of the journal of gates for an auditor. */
@JiraComponent
class AuditFormatter {

    /** The complete key of the sidebar link, which is also where its content is found. */
    static final String ITEM = "org.decisiongates.decision-gates:project-audit-link";

    /** What a rule says that nobody is refused by, in an entry that others refused. */
    private static final Set<String> UNENFORCED = Set.of(Enforcement.ADVISE.name(), Enforcement.EVALUATE.name());
    private static final MarkView NOTHING = new MarkView("", "");

    private final JiraTexts texts;
    private final FilterFormatter filters;
    private final ProjectTime time;
    private final MomentFormatter moments;
    private final UserManager users;

    AuditFormatter(JiraTexts texts, FilterFormatter filters, ProjectTime time, MomentFormatter moments, UserManager users) {
        this.texts = texts;
        this.filters = filters;
        this.time = time;
        this.moments = moments;
        this.users = users;
    }

    /** @param text key of the only thing to say */
    AuditView notice(String text) {
        return new AuditView(texts.text(text), "", NOTHING, List.of(), "", List.of(), List.of());
    }

    /**
     * @param filter   what {@code asked} comes to: files have the period that the page shows
     * @param head     of the chain now
     * @param week     what the newest closed week says of it
     * @param verify   the way to the verification
     * @param verified what it found; empty where nobody asked
     */
    AuditView view(Project project, GateFilterParser asked, GateFilter filter, AuditReader.AuditPage page, Optional<ChainHead> head,
            Optional<WeekHead> week, LinkView verify, Optional<VerificationView> verified) {
        Map<String, String> names = new LinkedHashMap<>();
        List<LinkView> links = links(project, asked, filter, page);
        links.add(verify);
        return new AuditView("", sealed(head) + " " + moments.zone(), week.map(this::week).orElse(NOTHING), verified.stream().toList(),
                page.hidden() == 0 ? "" : texts.text("decision-gates.jira.audit.hidden", page.hidden()),
                page.entries().stream().map(entry -> row(entry, names)).toList(), links);
    }

    private String sealed(Optional<ChainHead> head) {
        return head
                .map(link -> texts.text("decision-gates.jira.audit.sealed", link.position(), moments.second(link.sealedAt()), link.hash()))
                .orElseGet(() -> texts.text("decision-gates.jira.audit.not-sealed"));
    }

    private MarkView week(WeekHead week) {
        return new MarkView(texts.text("decision-gates.jira.audit.week." + week.verdict().name(), week.week(),
                week.head().map(ChainHead::position).orElse(0L)),
                week.verdict() == WeekHead.Verdict.MATCHES ? "success" : "error");
    }

    private List<LinkView> links(Project project, GateFilterParser asked, GateFilter filter, AuditReader.AuditPage page) {
        List<LinkView> links = new ArrayList<>();
        page.next().ifPresent(next -> links.add(filters.page("/projects/" + project.getKey(), ITEM, asked,
                Map.of("after", AuditResource.text(next)), "decision-gates.jira.audit.next", "next")));
        for (AuditExport format : AuditExport.values()) {
            links.add(filters.rest("/audit/export", asked, Map.of("project", project.getKey(), "format", format.extension(), "from",
                    filters.first(filter, time.zone()), "until", filters.last(filter, time.zone())),
                    "decision-gates.jira.audit.export." + format.extension(), format.extension()));
        }
        return links;
    }

    private AuditRowView row(AuditEntry entry, Map<String, String> names) {
        GateEvent event = entry.event();
        String version = event.gate().version() == 0 ? "" : " " + event.gate().version();
        return new AuditRowView(moments.second(event.at()), issues(entry), event.transition(),
                names.computeIfAbsent(event.actor(), this::actor),
                java.util.Arrays.stream(Source.values()).filter(source -> source.name().equals(event.source())).findFirst()
                        .map(source -> texts.text("decision-gates.jira.audit.source." + source.name())).orElse(event.source()),
                event.gate().policy() + version + " / " + event.gate().key(), filters.outcome(event.outcome()),
                event.results().stream().filter(result -> !result.result().equals(Status.PASSED.name())
                        && !result.result().equals(Status.NOT_APPLICABLE.name())).map(this::rule).toList(),
                entry.position().map(position -> texts.text("decision-gates.jira.audit.place", position)).orElse(""));
    }

    private List<LinkView> issues(AuditEntry entry) {
        if (entry.event().issueId().isEmpty()) {
            return List.of();
        }
        return List.of(entry.issueKey().map(key -> new LinkView(key, filters.context() + "/browse/" + key, "issue"))
                .orElseGet(() -> new LinkView(texts.text("decision-gates.jira.audit.deleted",
                        String.valueOf(entry.event().issueId().getAsLong())), "", "deleted")));
    }

    private String rule(GateEvent.RuleEntry entry) {
        String result = Status.named(entry.result()).map(status -> texts.text("decision-gates.jira.audit.result." + status.name()))
                .map(status -> isUnmet(entry) && UNENFORCED.contains(entry.enforcement())
                        ? texts.text("decision-gates.jira.audit.unenforced." + entry.enforcement(), status)
                        : status)
                .orElse(entry.result());
        return entry.origin().map(policy -> texts.text("decision-gates.jira.audit.rule-of", filters.rule(entry.rule()), result,
                policy.journalKey(), String.valueOf(policy.version())))
                .orElseGet(() -> texts.text("decision-gates.jira.audit.rule", filters.rule(entry.rule()), result));
    }

    private static boolean isUnmet(GateEvent.RuleEntry entry) {
        return entry.result().equals(Status.FAILED.name()) || entry.result().equals(Status.ERROR.name());
    }

    private String actor(String key) {
        if (key.isEmpty() || key.equals(GateEvent.ERASED)) {
            return texts.text(key.isEmpty() ? "decision-gates.jira.audit.nobody" : "decision-gates.jira.audit.erased");
        }
        ApplicationUser user = users.getUserByKey(key);
        return user == null ? key : user.getDisplayName();
    }
}
