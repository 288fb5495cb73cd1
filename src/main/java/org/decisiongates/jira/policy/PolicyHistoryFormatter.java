package org.decisiongates.jira.policy;

import java.util.ArrayList;
import java.util.List;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyRevision;
import org.decisiongates.policy.Scope;

/** Lays out how a policy came to be, with what each version changed. */
@JiraComponent
class PolicyHistoryFormatter {

    /** Further ones are in REST; each is one statement more. */
    private static final int MAX_VERSIONS = 20;

    /** {@code 2026-11-18T12:30} */
    private static final int DAY_AND_MINUTE = 16;

    private final PolicyService policies;
    private final JiraTexts texts;

    PolicyHistoryFormatter(PolicyService policies, JiraTexts texts) {
        this.policies = policies;
        this.texts = texts;
    }

    PolicyHistoryView view(Scope scope, String key, PolicyPages.Page page, List<String> errors, List<String> done) {
        List<PolicyRevision> history = policies.history(scope, key);
        List<PolicyRevision> shown = history.subList(0, Math.min(history.size(), MAX_VERSIONS + 1));
        List<Policy> contents = shown.stream().map(revision -> policies.version(revision.version())).toList();
        List<RevisionView> versions = new ArrayList<>();
        for (int i = 0; i < Math.min(shown.size(), MAX_VERSIONS); i++) {
            List<String> changes = i + 1 < shown.size() ? policies.difference(contents.get(i + 1), contents.get(i)) : List.of();
            versions.add(new RevisionView(shown.get(i).version().version(), text(shown.get(i)), i == 0, changes));
        }
        return new PolicyHistoryView(page.tokenName(), page.tokenValue(), page.project(), page.list(), page.policy(key),
                contents.get(0).name(), shown.get(0).version().version(), errors, done, versions);
    }

    private String text(PolicyRevision revision) {
        return texts.text(revision.retired() ? "decision-gates.jira.policy.revision-retired" : "decision-gates.jira.policy.revision",
                String.valueOf(revision.version().version()), revision.at().toString().substring(0, DAY_AND_MINUTE).replace('T', ' '),
                revision.author().isEmpty() ? texts.text("decision-gates.jira.policy.by-the-app") : revision.author(), revision.why());
    }
}
