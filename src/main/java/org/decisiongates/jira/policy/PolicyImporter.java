package org.decisiongates.jira.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.jira.gate.ChoiceView;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.policy.HostReference.Kind;
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
     * @param chosen  what was chosen so far
     */
    record Outcome(List<String> done, List<UnknownNameView> unknown, List<ChosenNameView> chosen) {
    }

    Outcome of(String file, Map<String, String[]> submitted, Scope scope, String why, String author) {
        Policy sent = policies.read(file, scope, 1);
        PolicyTransfer.Mapped mapped = transfer.map(sent, names(file, submitted));
        if (!mapped.unknown().isEmpty()) {
            return new Outcome(List.of(), asked(mapped.unknown()), chosen(submitted, mapped.unknown()));
        }
        int newest = stored.history(scope, sent.key()).stream().findFirst().map(PolicyRevision::version).map(one -> one.version())
                .orElse(0);
        int version = policies.save(mapped.policy(), new PolicyService.Change(scope, sent.key(), newest, why, author));
        return new Outcome(List.of(texts.text("decision-gates.jira.policy.imported", sent.name(), String.valueOf(version))), List.of(),
                List.of());
    }

    /** Which option is meant cannot be asked before the field is known. */
    private List<UnknownNameView> asked(List<PolicyTransfer.Unknown> unknown) {
        Set<String> fields = unknown.stream().filter(one -> one.kind().equals(Kind.FIELD.key())).map(PolicyTransfer.Unknown::id)
                .collect(Collectors.toSet());
        List<PolicyTransfer.Unknown> now = unknown.stream()
                .filter(one -> !one.kind().equals(Kind.OPTION.key()) || !fields.contains(one.id().split(":", 2)[0])).toList();
        return now.stream().map(one -> unknown(one, one == now.get(0))).toList();
    }

    private static List<ChosenNameView> chosen(Map<String, String[]> submitted, List<PolicyTransfer.Unknown> unknown) {
        Set<String> asked = unknown.stream().map(PolicyImporter::inputName).collect(Collectors.toSet());
        return submitted.entrySet().stream().filter(input -> input.getKey().startsWith(MAPPED) && !asked.contains(input.getKey()))
                .map(input -> new ChosenNameView(input.getKey(), input.getValue()[0])).toList();
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

    private UnknownNameView unknown(PolicyTransfer.Unknown unknown, boolean isFirst) {
        boolean isSeveral = unknown.candidates().stream().filter(choice -> choice.name().equalsIgnoreCase(unknown.name())).count() > 1;
        return new UnknownNameView(
                texts.text(isSeveral ? "decision-gates.jira.policy.several-names" : "decision-gates.jira.policy.unknown-name",
                        texts.text("decision-gates.jira.policy.names." + unknown.kind()), unknown.name()),
                inputName(unknown), unknown.candidates().isEmpty() ? unknown.name() : "", unknown.candidates().stream()
                        .map(choice -> new ChoiceView(choice.id(), choice.name() + " (" + choice.id() + ")", false)).toList(),
                isFirst);
    }

    private static String inputName(PolicyTransfer.Unknown unknown) {
        return MAPPED + unknown.kind() + ":" + unknown.id();
    }
}
