package org.decisiongates.jira.takeout;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.atlassian.jira.project.Project;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.search.JqlBuilder;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.web.FormPage;
import org.decisiongates.jira.task.TaskFormatter;
import org.decisiongates.page.view.LabelledTextView;
import org.decisiongates.page.view.LinkView;
import org.decisiongates.page.view.MarkView;
import org.decisiongates.takeout.ImportPlan;
import org.decisiongates.takeout.ImportReport;
import org.decisiongates.takeout.ImportReport.Line;
import org.decisiongates.takeout.ImportReport.Outcome;
import org.decisiongates.takeout.TakenProjectParser;
import org.decisiongates.task.BackgroundTask;
import org.decisiongates.task.BackgroundTask.State;

/** Words what an import would do and what came of it. */
@JiraComponent
public class ImportFormatter {

    private static final String HOME = "/plugins/servlet/decision-gates/admin";
    private static final String REST = "/rest/decision-gates/1.0/imports";

    private final TakeOutImportService imports;
    private final TaskFormatter tasks;
    private final JiraTexts texts;
    private final ImportLock alone;

    ImportFormatter(TakeOutImportService imports, TaskFormatter tasks, JiraTexts texts, ImportLock alone) {
        this.imports = imports;
        this.tasks = tasks;
        this.texts = texts;
        this.alone = alone;
    }

    /**
     * The page of the task that it names, or the one on which a file is chosen.
     *
     * @param typed  what was typed for people, by user name there
     * @param errors why what was asked was not done
     */
    ImportView view(FormPage page, Map<String, String> typed, List<String> errors) {
        Optional<BackgroundTask> named = imports.find(page.parameter("task"));
        List<String> problems = new ArrayList<>(errors);
        List<ImportPlanView> plans = new ArrayList<>();
        List<ImportReportView> reports = new ArrayList<>();
        named.filter(task -> task.state().isOver()).ifPresent(task -> {
            fault(task).ifPresent(problems::add);
            if (task.state() == State.DONE) {
                try {
                    if (task.kind().equals(TakeOutImportService.CHECK)) {
                        plans.add(plan(task.id(), imports.plan(task.id()), typed, page));
                    } else {
                        reports.add(report(imports.report(task.id()).report(), page.contextPath()));
                    }
                } catch (ProblemException e) {
                    problems.addAll(texts.texts(e.messages()));
                }
            }
        });
        return new ImportView(page.tokenName(), page.tokenValue(), page.contextPath() + ImportServlet.ADDRESS, page.contextPath() + HOME,
                page.contextPath() + REST,
                TakenProjectParser.MAX_BYTES,
                texts.text("decision-gates.takeout.import.too-long", TakenProjectParser.MAX_BYTES / 1_000_000),
                problems, imports.underWay().map(tasks::progress).stream().toList(),
                alone.ofSomebodyElse().map(other -> another(other, page.contextPath())).stream().toList(),
                imports.projects().stream().map(ImportFormatter::choice).toList(), plans, reports);
    }

    private RunningImportView another(BackgroundTask task, String context) {
        return new RunningImportView(texts.text("decision-gates.takeout.import.others", alone.ownerOf(task), task.title()),
                tasks.progress(task), context + ImportServlet.ADDRESS);
    }

    private static LabelledTextView choice(Project project) {
        return new LabelledTextView(project.getKey(), project.getName() + " (" + project.getKey() + ")");
    }

    private ImportPlanView plan(String id, ImportPlan plan, Map<String, String> typed, FormPage page) {
        String title = texts.text("decision-gates.takeout.import.plan.title", plan.from(), plan.address(), plan.into());
        List<String> told = new ArrayList<>();
        told.add(texts.text("decision-gates.takeout.import.plan.issues", plan.decisions(), plan.blockers(), plan.found()));
        if (plan.createsNothing()) {
            told.add(texts.text("decision-gates.takeout.import.plan.all-found"));
            return new ImportPlanView(id, title, told, List.of(), List.of(), false);
        }
        if (plan.anew() > 0) {
            told.add(texts.text("decision-gates.takeout.import.plan.anew", plan.anew()));
        }
        told.addAll(beforehand(plan));
        if (!plan.securityLevels().isEmpty()) {
            told.add(texts.text("decision-gates.takeout.import.plan.secured", counted(plan.securityLevels()), plan.into()));
        }
        if (!plan.statuses().isEmpty()) {
            told.add(texts.text("decision-gates.takeout.import.plan.statuses", counted(plan.statuses())));
        }
        if (plan.history() > 0) {
            told.add(texts.text("decision-gates.takeout.import.plan.history", plan.history()));
        }
        if (!plan.missingLinks().isEmpty()) {
            told.add(texts.text("decision-gates.takeout.import.plan.links", String.join(", ", plan.missingLinks())));
        }
        if (!plan.missingFields().isEmpty()) {
            told.add(texts.text("decision-gates.takeout.import.plan.fields", String.join(", ", plan.missingFields())));
        }
        return new ImportPlanView(id, title, told,
                plan.people().stream().map(person -> new ImportPersonView(ImportServlet.PERSON + person.user(),
                        named(person),
                        typed.getOrDefault(person.user(), person.here()))).toList(),
                plan.securityLevels().isEmpty() ? List.of()
                        : List.of(texts.text("decision-gates.takeout.import.include-secured", plan.into())),
                !page.parameter(ImportServlet.INCLUDE_SECURED).isEmpty());
    }

    private static String counted(Map<String, Integer> names) {
        return names.entrySet().stream().map(name -> name.getKey() + " (" + name.getValue() + ")").collect(Collectors.joining(", "));
    }

    /** What would otherwise be noticed when it is done. */
    private List<String> beforehand(ImportPlan plan) {
        List<String> told = new ArrayList<>();
        if (plan.refused().count() > 0) {
            told.add(texts.text("decision-gates.takeout.import.plan.refused", plan.refused().count(),
                    first(plan.refused(), issue -> issue.key() + " (" + String.join(" ", issue.reasons()) + ")")));
        }
        if (plan.unmet().count() > 0) {
            told.add(texts.text("decision-gates.takeout.import.plan.unmet", plan.unmet().count(),
                    first(plan.unmet(), ImportPlan.IssueFindings::key)));
        }
        String unfit = plan.people().stream().filter(ImportPlan.Person::isUnfitOwner).map(ImportFormatter::named)
                .collect(Collectors.joining(", "));
        if (!unfit.isEmpty()) {
            told.add(texts.text("decision-gates.takeout.import.plan.owners", plan.into(), unfit));
        }
        return told;
    }

    private static String first(ImportPlan.Findings findings, Function<ImportPlan.IssueFindings, String> words) {
        return findings.first().stream().map(words).collect(Collectors.joining(", "))
                + (findings.count() > findings.first().size() ? ", \u2026" : "");
    }

    private static String named(ImportPlan.Person person) {
        return person.name().isEmpty() ? person.user() : person.name() + " (" + person.user() + ")";
    }

    private ImportReportView report(ImportReport report, String context) {
        return new ImportReportView(
                Arrays.stream(Outcome.values()).map(outcome -> new MarkView(
                        texts.text("decision-gates.takeout.import.count." + outcome.name(), report.count(outcome)), style(outcome)))
                        .toList(),
                report.formerStatuses().orElse(List.of()).stream().map(former -> link(former, context)).toList(),
                report.first().stream().map(line -> line(line, context)).toList(),
                report.all() <= ImportReport.MAX_FIRST ? ""
                        : texts.text("decision-gates.takeout.import.more", ImportReport.MAX_FIRST, report.all()));
    }

    private LinkView link(ImportReport.FormerStatus former, String context) {
        String text = former.count() == former.keys().size()
                ? texts.text("decision-gates.takeout.import.former-status.all", former.status(), former.count())
                : texts.text("decision-gates.takeout.import.former-status.first", former.status(), former.keys().size(), former.count());
        return new LinkView(text, context + "/issues/?jql="
                + URLEncoder.encode(JqlBuilder.byKey(JqlBuilder.issues(former.keys())), StandardCharsets.UTF_8), "issues");
    }

    private ImportLineView line(Line line, String context) {
        return new ImportLineView(line.from(),
                line.to().isEmpty() ? List.of() : List.of(new LinkView(line.to(), context + "/browse/" + line.to(), "issue")),
                new MarkView(texts.text("decision-gates.takeout.import.outcome." + line.outcome().name()), style(line.outcome())),
                line.notes());
    }

    private static String style(Outcome outcome) {
        return switch (outcome) {
            case CREATED -> "success";
            case FOUND -> "default";
            case REFUSED -> "removed";
        };
    }

    private Optional<String> fault(BackgroundTask task) {
        return switch (task.state()) {
            case FAILED -> Optional.of(task.fault());
            case CANCELLED -> Optional.of(texts.text("decision-gates.takeout.import.cancelled"));
            case LOST -> Optional.of(texts.text("decision-gates.takeout.import.lost"));
            case QUEUED, RUNNING, DONE -> Optional.empty();
        };
    }
}
