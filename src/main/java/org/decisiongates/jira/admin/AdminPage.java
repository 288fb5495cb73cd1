package org.decisiongates.jira.admin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.atlassian.jira.project.Project;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.web.FormPage;
import org.decisiongates.jira.project.ProjectEnablement;
import org.decisiongates.jira.selfcheck.SelfCheck;
import org.decisiongates.jira.setup.InstallationUpgrade;
import org.decisiongates.jira.setup.OwnerRenaming;
import org.decisiongates.jira.setup.Setup;
import org.decisiongates.jira.timeline.IssueHistories;
import org.decisiongates.page.view.LinkView;
import org.decisiongates.selfcheck.HostCheck;
import org.decisiongates.text.Message;

/** What the administrator's page shows and does. */
@JiraComponent
public class AdminPage {

    static final String ADDRESS = "/plugins/servlet/decision-gates/admin";
    /** How many projects are shown at once: whether each can be enabled is found out for them alone. */
    static final int PAGE = 20;

    private final ProjectEnablement enablement;
    private final Setup setUp;
    private final OwnerRenaming owner;
    private final InstallationUpgrade upgrade;
    private final IssueHistories histories;
    private final SelfCheck check;
    private final ProjectSearch search;
    private final ProjectViews projects;
    private final JiraTexts texts;

    AdminPage(ProjectEnablement enablement, Setup setUp, OwnerRenaming owner, InstallationUpgrade upgrade, IssueHistories histories,
            SelfCheck check,
            ProjectSearch search, ProjectViews projects, JiraTexts texts) {
        this.enablement = enablement;
        this.setUp = setUp;
        this.owner = owner;
        this.upgrade = upgrade;
        this.histories = histories;
        this.check = check;
        this.search = search;
        this.projects = projects;
        this.texts = texts;
    }

    AdminView view(FormPage form, FormOutcome outcome) {
        HostCheck.Result result = check.run();
        String sentence = texts.text(
                result.missing().isEmpty() ? "decision-gates.jira.admin.check-passed" : "decision-gates.jira.admin.check-failed",
                result.checked());
        String query = form.parameter("query");
        int start = start(form.parameter("start"));
        List<Project> found = search.matching(query);
        List<Project> shown = ProjectSearch.page(found, start, PAGE);
        return new AdminView(form.tokenName(), form.tokenValue(), outcome.done(), outcome.refusals(), setUpFaults(), renaming(), upgrades(),
                result.missing(), sentence, query, texts.text("decision-gates.jira.start.found", shown.size(), found.size()),
                projects.of(shown), ways(form.contextPath() + ADDRESS, query, start, found.size()));
    }

    /** One that is no number is a link that somebody has broken: the first page is shown. */
    private static int start(String given) {
        return given.matches("[0-9]{1,6}") ? Integer.parseInt(given) : 0;
    }

    private List<LinkView> ways(String address, String query, int start, int found) {
        List<LinkView> ways = new ArrayList<>();
        if (start > 0) {
            ways.add(way(address, query, Math.max(0, start - PAGE), "previous"));
        }
        if (start + PAGE < found) {
            ways.add(way(address, query, start + PAGE, "next"));
        }
        return ways;
    }

    private LinkView way(String address, String query, int start, String name) {
        return new LinkView(texts.text("decision-gates.jira.admin." + name),
                address + "?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8) + "&start=" + start, name);
    }

    /** Enables a project, or says why not. */
    FormOutcome enable(String key) {
        Project project = key == null ? null : projects.project(key);
        if (project == null) {
            return FormOutcome.refused(List.of(texts.text("decision-gates.jira.rest.no-such-project", key == null ? "" : key)));
        }
        try {
            List<String> done = texts.texts(enablement.enable(project));
            String summary = texts.text(
                    done.isEmpty() ? "decision-gates.jira.admin.enabled-already" : "decision-gates.jira.admin.enabled", project.getKey());
            return FormOutcome.done(Stream.concat(Stream.of(summary), done.stream()).toList());
        } catch (ProjectEnablement.Refused refused) {
            return FormOutcome.refused(texts.texts(refused.obstacles()));
        }
    }

    /** Creates what is missing of the app's set-up, or says why not. */
    FormOutcome completeSetUp() {
        return setUp.run().map(reason -> FormOutcome.refused(List.of(texts.text("decision-gates.jira.admin.set-up-failed", reason))))
                .orElseGet(() -> FormOutcome.done(List.of(texts.text("decision-gates.jira.admin.set-up-done"))));
    }

    /** Gives the field of owners the name it has in a new installation, unless it has another by now. */
    FormOutcome renameOwner() {
        // the journal has to know the name that Jira's history goes on using
        histories.noticeNames();
        return owner.rename()
                .map(names -> FormOutcome.done(List.of(texts.text("decision-gates.jira.admin.owner-renamed", names.from(), names.to()))))
                .orElseGet(() -> FormOutcome.refused(List.of(texts.text("decision-gates.jira.admin.owner-renamed-already"))));
    }

    /** Adds what this version would set up, or says why not. */
    FormOutcome upgrade() {
        List<String> wanted = texts.texts(upgrade.additions());
        List<Message> faults = upgrade.apply();
        return faults.isEmpty()
                ? FormOutcome.done(
                        Stream.concat(Stream.of(texts.text("decision-gates.jira.admin.upgrade.added", wanted.size())), wanted.stream())
                                .toList())
                : FormOutcome.refused(texts.texts(faults));
    }

    /** Takes back what was added, or says what was left. */
    FormOutcome takeBackUpgrade() {
        List<Message> left = upgrade.takeBack();
        return left.isEmpty() ? FormOutcome.done(List.of(texts.text("decision-gates.jira.admin.upgrade.taken-back")))
                : FormOutcome.refused(texts.texts(left));
    }

    private List<InstallationUpgradeView> upgrades() {
        InstallationUpgradeView view = new InstallationUpgradeView(texts.texts(upgrade.additions()), texts.texts(upgrade.obstacles()),
                texts.texts(upgrade.undoList()));
        return view.isEmpty() ? List.of() : List.of(view);
    }

    private String renaming() {
        return owner.offer().map(names -> texts.text("decision-gates.jira.admin.owner-rename-offer", names.from(), names.to())).orElse("");
    }

    private List<String> setUpFaults() {
        return Stream.concat(setUp.missing().stream().map(thing -> texts.text("decision-gates.jira.admin.not-made", thing)),
                setUp.removed().stream().map(thing -> texts.text("decision-gates.jira.admin.removed", thing))).toList();
    }
}
