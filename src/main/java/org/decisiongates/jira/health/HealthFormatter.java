package org.decisiongates.jira.health;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;

import org.decisiongates.health.HealthFinding;
import org.decisiongates.health.HealthReport;
import org.decisiongates.health.HealthStatus;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.time.MomentFormatter;
import org.decisiongates.text.Message;

/** Words a report for whoever reads it. */
@JiraComponent
class HealthFormatter {

    private static final String TEXTS = "decision-gates.jira.health.";

    private static final String SUPPORT = "/plugins/servlet/decision-gates/support-zip";

    private final JiraTexts texts;
    private final MomentFormatter moments;
    private final ApplicationProperties application;

    HealthFormatter(JiraTexts texts, MomentFormatter moments, ApplicationProperties application) {
        this.texts = texts;
        this.moments = moments;
        this.application = application;
    }

    /**
     * The page.
     *
     * @param project  key of the project; empty text for all of Jira
     * @param isAdmin whether the reader administers Jira, and so may go where things are corrected
     * @param form    what a button of the page sends
     * @param jobs    none where they are of no concern
     * @param offers  what there is to choose
     */
    HealthView view(HealthReport report, String project, boolean isAdmin, List<JobRowView> jobs, List<OptionalRepairView> offers,
            HealthFormView form) {
        List<HealthRowView> rows = report.checks().stream().flatMap(check -> check.findings().stream()
                .sorted(Comparator.comparing(HealthFinding::severity).reversed())
                .map(finding -> row(check.check(), finding, isAdmin, project.isEmpty())))
                .sorted(Comparator.comparing((HealthRowView row) -> row.style().equals(style(HealthStatus.ERROR)) ? 0 : 1)).toList();
        long errors = count(report, HealthStatus.ERROR);
        long warnings = count(report, HealthStatus.WARNING);
        return new HealthView(project,
                rows.isEmpty() ? texts.text(TEXTS + "all-well", report.checks().size()) : texts.text(TEXTS + "found", errors, warnings),
                state(report.status()), style(report.status()), rows,
                report.checks().stream().filter(check -> check.status() == HealthStatus.OK)
                        .map(check -> texts.text(TEXTS + "check." + check.check())).toList(),
                texts.text(TEXTS + "checked", moments.minute(report.at())) + " " + moments.zone(), jobs, offers,
                project.isEmpty() ? address(SUPPORT) : "", form);
    }

    private static long count(HealthReport report, HealthStatus severity) {
        return report.checks().stream().flatMap(check -> check.findings().stream()).filter(finding -> finding.severity() == severity)
                .count();
    }

    private HealthRowView row(String check, HealthFinding finding, boolean isAdmin, boolean isGlobal) {
        String what = text(finding.what());
        // of a mended thing nobody need go anywhere
        Optional<String> repair = finding.repair().filter(key -> isAdmin && isGlobal);
        Optional<String> fix = finding.fix().filter(address -> isAdmin && repair.isEmpty()).map(this::address);
        return new HealthRowView(state(finding.severity()), style(finding.severity()),
                texts.text(TEXTS + "row", texts.text(TEXTS + "check." + check), what), text(finding.step()), fix.orElse(""),
                repair.orElse(""), fix.isEmpty() && repair.isEmpty() ? "" : texts.text(TEXTS + "fix-this", what));
    }

    private String text(Message message) {
        return texts.text(message.key(), message.arguments().toArray(Serializable[]::new));
    }

    private String address(String path) {
        return application.getBaseUrl(UrlMode.RELATIVE) + path;
    }

    private String state(HealthStatus status) {
        return texts.text(TEXTS + "state." + status.name().toLowerCase(Locale.ROOT));
    }

    static String style(HealthStatus status) {
        return switch (status) {
            case OK -> "aui-lozenge-success";
            case WARNING -> "aui-lozenge-moved";
            case ERROR -> "aui-lozenge-removed";
        };
    }
}
