package org.decisiongates.jira.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.gate.ChoiceView;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.policy.Policies;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyJson;
import org.decisiongates.policy.PolicyRevision;
import org.decisiongates.policy.Scope;

/** Imports policies on the page that lists them: what is not known here is asked for, and nothing is stored before all of it is known. */
@JiraComponent
class PolicyImporter {

    private static final String MAPPED = "map:";

    private final Policies stored;
    private final PolicyService policies;
    private final PolicyTransfer transfer;
    private final JiraTexts texts;

    PolicyImporter(Policies stored, PolicyService policies, PolicyTransfer transfer, JiraTexts texts) {
        this.stored = stored;
        this.policies = policies;
        this.transfer = transfer;
        this.texts = texts;
    }

    /**
     * What came of an import.
     *
     * @param done    what was done; empty when nothing was
     * @param unknown what has to be chosen first
     */
    record Outcome(List<String> done, List<UnknownNameView> unknown) {
    }

    Outcome of(String file, Map<String, String[]> submitted, Scope scope, String why, String author) {
        Policy sent = policies.read(file, scope, 1);
        PolicyTransfer.Mapped mapped = transfer.map(sent, names(file, submitted));
        if (!mapped.unknown().isEmpty()) {
            return new Outcome(List.of(), mapped.unknown().stream().map(this::unknown).toList());
        }
        int newest = stored.history(scope, sent.key()).stream().findFirst().map(PolicyRevision::version).map(one -> one.version())
                .orElse(0);
        int version = policies.save(mapped.policy(), new PolicyService.Change(scope, sent.key(), newest, why, author));
        return new Outcome(List.of(texts.text("decision-gates.jira.policy.imported", sent.name(), String.valueOf(version))), List.of());
    }

    /** The names in the file, corrected by what was chosen on the page. */
    private static Map<String, Map<String, String>> names(String file, Map<String, String[]> submitted) {
        Map<String, Map<String, String>> names = new HashMap<>();
        PolicyJson.names(file).forEach((kind, ofKind) -> names.put(kind, new HashMap<>(ofKind)));
        submitted.forEach((name, values) -> {
            String[] parts = name.split(":", 3);
            if (name.startsWith(MAPPED) && parts.length == 3 && !values[0].isBlank()) {
                names.computeIfAbsent(parts[1], kind -> new HashMap<>()).put(parts[2], values[0].strip());
            }
        });
        return names;
    }

    private UnknownNameView unknown(PolicyTransfer.Unknown unknown) {
        return new UnknownNameView(texts.text("decision-gates.jira.policy.names." + unknown.kind()), unknown.name(),
                MAPPED + unknown.kind() + ":" + unknown.id(), unknown.candidates().isEmpty() ? unknown.name() : "", unknown.candidates()
                        .stream().map(choice -> new ChoiceView(choice.id(), choice.name() + " (" + choice.id() + ")", false)).toList());
    }
}
