package org.decisiongates.jira.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.issue.Choice;
import org.decisiongates.issue.Field;
import org.decisiongates.jira.gate.HostNames;
import org.decisiongates.policy.HostReference;
import org.decisiongates.policy.HostReference.Kind;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyJson;
import org.decisiongates.policy.PolicyReferences;
import org.decisiongates.policy.WaiverTerms;
import org.decisiongates.policy.rules.Rules;

/**
 * Carries policies from one Jira to another (ADR-0085): an export holds the name of everything that it names by an id, and an import
 * looks for what goes by that name here. Who may waive is not carried.
 */
@JiraComponent
class PolicyTransfer {

    /** As many as a list of custom fields has, since what is meant need not be called alike. */
    private static final int MAX_CANDIDATES = 1_000;

    private final HostNames names;

    PolicyTransfer(HostNames names) {
        this.names = names;
    }

    /**
     * A policy with the ids of this Jira, as far as what it names was found.
     *
     * @param policy  with the ids of where it comes from when anything is unknown
     * @param unknown what was not found, or found more than once
     */
    record Mapped(Policy policy, List<Unknown> unknown) {

        Mapped {
            unknown = List.copyOf(unknown);
        }
    }

    /**
     * What an import names and this Jira does not have, or has several of.
     *
     * @param kind       its kind, as in the names of the file
     * @param id         the key of its name in the file
     * @param name       the name that was looked for
     * @param candidates what may be meant, the most similar names first
     */
    record Unknown(String kind, String id, String name, List<Choice> candidates) {
    }

    /** The policy for another Jira, in lines. */
    String export(Policy policy) {
        Policy carried = policy.waivedBy(WaiverTerms.NONE);
        Map<String, Map<String, String>> known = new TreeMap<>();
        PolicyReferences.of(carried, Rules::of).stream().filter(reference -> !names.isFree(reference))
                .forEach(reference -> names.nameOf(reference).ifPresent(
                        name -> known.computeIfAbsent(reference.kind().key(), kind -> new TreeMap<>()).put(reference.key(), name)));
        return PolicyJson.writeLines(carried, known);
    }

    /** @param known the names that came with the policy: by key, by kind; what has none is looked for by its id */
    Mapped map(Policy policy, Map<String, Map<String, String>> known) {
        List<Unknown> unknown = new ArrayList<>();
        Map<HostReference, List<String>> ids = new HashMap<>();
        List<HostReference> references = new ArrayList<>(PolicyReferences.of(policy, Rules::of));
        // options are looked for in the fields that were found
        references.sort((one, other) -> Boolean.compare(one.field().isPresent(), other.field().isPresent()));
        for (HostReference reference : references) {
            String wanted = Optional.ofNullable(known.get(reference.kind().key())).map(ofKind -> ofKind.get(reference.key()))
                    .orElse(reference.id());
            Optional<Field> field = reference.field()
                    .map(of -> new Field(ids.getOrDefault(fieldNamed(of), List.of(of.id())).get(0)));
            List<String> found = find(new HostReference(reference.kind(), reference.id(), field), wanted);
            if (found.size() == 1 || !found.isEmpty() && reference.kind() == Kind.OPTION) {
                ids.put(reference, found);
            } else {
                unknown.add(new Unknown(reference.kind().key(), reference.key(), wanted, candidates(reference.kind(), field, wanted)));
            }
        }
        return unknown.isEmpty() ? new Mapped(PolicyReferences.replace(policy, Rules::of, ids::get), List.of())
                : new Mapped(policy, unknown);
    }

    private List<String> find(HostReference reference, String wanted) {
        return names.isFree(reference) ? List.of(wanted)
                : names.called(reference.kind(), reference.field(), wanted).stream().map(Choice::id).toList();
    }

    private static HostReference fieldNamed(Field field) {
        return new HostReference(Kind.FIELD, field.id(), Optional.empty());
    }

    private List<Choice> candidates(Kind kind, Optional<Field> field, String wanted) {
        String sought = wanted.toLowerCase(Locale.ROOT);
        List<Choice> all = names.all(kind, field);
        Stream<Choice> similar = all.stream().filter(choice -> isSimilar(choice.name().toLowerCase(Locale.ROOT), sought));
        return Stream.concat(similar, all.stream()).distinct().limit(MAX_CANDIDATES).toList();
    }

    private static boolean isSimilar(String name, String sought) {
        return name.contains(sought) || sought.contains(name);
    }
}
