package org.decisiongates.jira.policy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.rest.ProblemException;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.web.FormPage;
import org.decisiongates.policy.Scope;

/** The two pages of policies: the list, and one policy that is edited. */
@JiraComponent
public class PolicyPages {

    private static final String LIST = "./policies";

    private final PolicyListing listing;
    private final PolicyImporter importer;
    private final PolicyEditor editor;
    private final PolicyEditorFormatter formatter;
    private final PolicyHistoryFormatter histories;
    private final JiraTexts texts;

    PolicyPages(PolicyListing listing, PolicyImporter importer, PolicyEditor editor, PolicyEditorFormatter formatter,
            PolicyHistoryFormatter histories, JiraTexts texts) {
        this.listing = listing;
        this.importer = importer;
        this.editor = editor;
        this.formatter = formatter;
        this.histories = histories;
        this.texts = texts;
    }

    /**
     * What every page needs.
     *
     * @param project   key of the project; empty text for all
     * @param tokenName name of the input that proves that a form comes from this page
     */
    record Page(String project, String tokenName, String tokenValue) {

        static Page of(FormPage form) {
            return new Page(form.parameter("project"), form.tokenName(), form.tokenValue());
        }

        /** The address of the list. */
        String list() {
            return project.isEmpty() ? LIST : LIST + "?project=" + encoded(project);
        }

        /** The address of a policy. */
        String policy(String key) {
            return list() + (project.isEmpty() ? "?" : "&") + "key=" + encoded(key);
        }

        /** The address at which the policy is tried on issues. */
        String dryRun(String key) {
            return policy(key).replaceFirst("policies", "dry-run");
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }

    PoliciesView list(Page page, Scope scope, List<String> errors) {
        return list(page, scope, errors, new PolicyImporter.Outcome(List.of(), List.of(), List.of()), "", "");
    }

    /** What comes of a file that was submitted on the list. */
    PoliciesView imported(Page page, Scope scope, ApplicationUser user, Map<String, String[]> submitted) {
        String file = PolicyForm.text(submitted, "file");
        String why = PolicyForm.text(submitted, "why");
        try {
            PolicyImporter.Outcome outcome = importer.of(file, submitted, scope, why, user.getKey());
            boolean asks = !outcome.unknown().isEmpty();
            return list(page, scope, List.of(), outcome, asks ? file : "", asks ? why : "");
        } catch (ProblemException e) {
            return list(page, scope, texts.texts(e.messages()), new PolicyImporter.Outcome(List.of(), List.of(), List.of()), file, why);
        }
    }

    /** @param from version of the policy of all projects that a project starts from; empty text for the policy of this scope */
    PolicyEditorView opened(Page page, Scope scope, String key, String from, List<String> errors) {
        EditedPolicy edited = from.equals("new") ? editor.create(scope, key, key)
                : editor.open(scope, key, Optional.of(PolicyForm.number(from)).filter(version -> version > 0));
        return view(edited.saying(errors, List.of()), page);
    }

    PolicyEditorView submitted(Page page, Scope scope, String key, ApplicationUser user, Map<String, String[]> submitted) {
        return view(editor.submit(scope, key, user, submitted), page);
    }

    PolicyHistoryView history(Page page, Scope scope, String key) {
        return histories.view(scope, key, page, List.of(), List.of());
    }

    /** What comes of a button on the page of versions. */
    PolicyHistoryView reverted(Page page, Scope scope, String key, ApplicationUser user, Map<String, String[]> submitted) {
        EditedPolicy edited = editor.revert(scope, key, user, submitted);
        return histories.view(scope, key, page, edited.errors(), edited.done());
    }

    private PolicyEditorView view(EditedPolicy edited, Page page) {
        return formatter.view(edited, page);
    }

    private PoliciesView list(Page page, Scope scope, List<String> errors, PolicyImporter.Outcome outcome, String file, String why) {
        PolicyReplies.Listed listed = listing.of(scope);
        List<String> wrong = new ArrayList<>(errors);
        listed.unreadable().forEach(
                policy -> wrong.add(texts.text("decision-gates.jira.policy.unreadable", policy.key(), String.valueOf(policy.version()))));
        return new PoliciesView(page.tokenName(), page.tokenValue(), page.project(), page.list(), wrong, outcome.done(),
                listed.policies().stream().map(policy -> row(page, policy)).toList(), outcome.unknown(), outcome.chosen(), file, why);
    }

    private PolicyRowView row(Page page, PolicyReplies.Entry policy) {
        boolean own = policy.project().isPresent() || page.project().isEmpty();
        String address = page.policy(policy.key());
        String rights = policy.locked() ? "decision-gates.jira.policy.locked" : "decision-gates.jira.policy.global";
        return new PolicyRowView(policy.name(), own ? address : address + "&from=" + policy.version(), own,
                policy.project().isPresent() ? texts.text("decision-gates.jira.policy.of-project", policy.project().get())
                        : texts.text(rights),
                policy.version(), policy.gates().stream().flatMap(PolicyPages::usages).toList());
    }

    private static Stream<String> usages(PolicyReplies.GateEntry gate) {
        return gate.usedBy().stream().map(usage -> usage.workflow() + ": " + usage.name());
    }
}
