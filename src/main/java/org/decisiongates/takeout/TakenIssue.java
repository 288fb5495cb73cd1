package org.decisiongates.takeout;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.decisiongates.issue.BlockerPhase;
import org.decisiongates.issue.DecisionPhase;

/**
 * A Decision or a Blocker.
 *
 * @param id          the host's id, which an issue keeps when its key changes
 * @param type        {@code decision} or {@code blocker}
 * @param status      name of its status
 * @param phase       what the status stands for, {@code DECIDED}; empty for a status that is none of the app's
 * @param statusSince when it entered its status; empty where the journal does not say
 * @param updated     when it changed last, UTC
 * @param due         in the zone of the host
 * @param securityLevel name of the level that limits who sees it; empty for none
 * @param fields      texts of the app's own fields by their keys; people are named by user name
 * @param hiddenLinks how many linked issues whoever takes out may not see
 * @param threads     feedback threads by number; empty in a take-out of a version that had none
 * @param approvals   steps of its approvals in order; empty in a take-out of a version that had none
 * @param gates       what gates said before its transitions, the oldest first
 */
public record TakenIssue(long id, String key, String type, String summary, String description, String status, Optional<String> phase,
        Optional<Instant> statusSince, Instant created, Instant updated, Optional<LocalDate> due,
        Optional<String> securityLevel, Map<String, String> fields,
        List<TakenLink> links, int hiddenLinks,
        List<NumberedValues> records, List<NumberedValues> impact, List<TakenWaiver> waivers, Optional<List<TakenThread>> threads,
        Optional<List<TakenApproval>> approvals, List<TakenGate> gates) {

    private static final Set<String> FIRST = Set.of(DecisionPhase.DRAFT.name(), BlockerPhase.OPEN.name());

    static final String DECISION = "decision";
    static final String BLOCKER = "blocker";

    public TakenIssue {
        links = List.copyOf(links);
        records = List.copyOf(records);
        impact = List.copyOf(impact);
        waivers = List.copyOf(waivers);
        threads = threads.map(List::copyOf);
        approvals = approvals.map(List::copyOf);
        gates = List.copyOf(gates);
    }

    public boolean isDecision() {
        return type.equals(DECISION);
    }

    /** Whether it had left the first status of its type, in which it begins wherever it is imported. */
    public boolean hasLeftFirstStatus() {
        return phase.filter(FIRST::contains).isEmpty();
    }

    /** Empty text where the field is empty. */
    public String field(String name) {
        return fields.getOrDefault(name, "");
    }

    /** The rows of its record of this kind, in the order in which they were added. */
    List<NumberedValues> records(String kind) {
        return records.stream().filter(row -> row.value("kind").equals(kind)).toList();
    }
}
