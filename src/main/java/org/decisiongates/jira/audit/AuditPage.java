package org.decisiongates.jira.audit;

import java.io.IOException;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import com.atlassian.jira.project.Project;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.templaterenderer.TemplateRenderer;
import com.atlassian.webresource.api.assembler.PageBuilderService;

import org.decisiongates.audit.ChainHead;
import org.decisiongates.audit.Erasures;
import org.decisiongates.audit.GateSeals;
import org.decisiongates.audit.SealChain;
import org.decisiongates.jira.platform.rest.Access;
import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.jira.platform.web.ProjectPage;
import org.decisiongates.summary.Snapshots;
import org.decisiongates.summary.WeekHeadVerifier;
import org.decisiongates.time.Week;
import org.decisiongates.timeline.GateFilter;
import org.decisiongates.timeline.Page.Position;

/** The page of a project on which auditors read the journal of gates. */
@JiraComponent
public class AuditPage implements ProjectPage {

    private static final String WEB_RESOURCE = "org.decisiongates.decision-gates:audit";
    private static final int ROWS = 50;
    /** So many days are shown when no period is asked for. */
    private static final int DAYS = 28;

    private final AuditPermission permission;
    private final Access access;
    private final AuditReader reader;
    private final GateSeals seals;
    private final WeekHeadVerifier weeks;
    private final AuditFormatter formatter;
    private final AuditVerification verification;
    private final FilterFormatter filters;
    private final ProjectTime time;
    private final TemplateRenderer templates;
    private final PageBuilderService pageBuilder;

    AuditPage(AuditPermission permission, Access access, AuditReader reader, GateSeals seals, Snapshots snapshots, Erasures erasures,
            AuditFormatter formatter, AuditVerification verification, FilterFormatter filters, ProjectTime time,
            TemplateRenderer templates, PageBuilderService pageBuilder) {
        this.permission = permission;
        this.access = access;
        this.reader = reader;
        this.seals = seals;
        this.weeks = new WeekHeadVerifier(snapshots, erasures, seals);
        this.formatter = formatter;
        this.verification = verification;
        this.filters = filters;
        this.time = time;
        this.templates = templates;
        this.pageBuilder = pageBuilder;
    }

    @Override
    public String html(Project project, UnaryOperator<String> parameters) throws IOException {
        if (!permission.isHeld(project, access.caller())) {
            return notice("decision-gates.jira.audit.not-yours");
        }
        pageBuilder.assembler().resources().requireWebResource(WEB_RESOURCE);
        LocalDate today = time.now().toLocalDate();
        GateFilterParser asked = new GateFilterParser(parameters, time.zone());
        GateFilter filter = asked.filter(Optional.of(project.getId()), today.minusDays(DAYS - 1L), today);
        Position after = after(parameters.apply("after"), asked);
        AuditView view = asked.problems().isEmpty()
                ? formatter.view(project, asked, filter,
                        reader.read(filter, after, ROWS, access.caller()),
                        ChainHead.newest(seals, SealChain.ofProject(project.getId())), weeks.verify(project.getId(), Week.of(today)),
                        verification.link(project, asked),
                        Optional.ofNullable(parameters.apply(AuditVerification.PARAMETER)).filter(link -> !link.isEmpty())
                                .map(link -> verification.of(project, asked, link)))
                : formatter.notice("decision-gates.jira.audit.not-read");
        return render("/jira/audit/filter.vm",
                filters.form("decision-gates.jira.audit.title", "/projects/" + project.getKey(), AuditFormatter.ITEM, asked, filter,
                        time.zone()))
                + render("/jira/audit/audit.vm", view);
    }

    @Override
    public String notice(String text) throws IOException {
        return render("/jira/audit/audit.vm", formatter.notice(text));
    }

    private static Position after(String given, GateFilterParser asked) {
        try {
            return AuditResource.position(given);
        } catch (ProblemException e) {
            e.messages().forEach(problem -> asked.complain("after", problem));
            return Position.START;
        }
    }

    private String render(String template, Object view) throws IOException {
        StringWriter html = new StringWriter();
        templates.render(template, Map.of("view", view), html);
        return html.toString();
    }
}
