package org.decisiongates.acceptance;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One finding for each assumption. What was seen to fail stays so, whatever holds elsewhere. */
final class Findings {

    private final Map<Assumption, Finding> byAssumption = new EnumMap<>(Assumption.class);

    void holds(Assumption assumption, String seen) {
        add(new Finding(assumption, Finding.Verdict.HOLDS, seen));
    }

    void doesNotHold(Assumption assumption, String seen) {
        add(new Finding(assumption, Finding.Verdict.DOES_NOT_HOLD, seen));
    }

    void cannotBeTold(Assumption assumption, String why) {
        add(new Finding(assumption, Finding.Verdict.CANNOT_BE_TOLD, why));
    }

    void that(Assumption assumption, boolean holds, String seen) {
        add(new Finding(assumption, holds ? Finding.Verdict.HOLDS : Finding.Verdict.DOES_NOT_HOLD, seen));
    }

    private void add(Finding finding) {
        byAssumption.merge(finding.assumption(), finding, Findings::worse);
    }

    private static Finding worse(Finding known, Finding added) {
        if (known.verdict() == added.verdict()) {
            return new Finding(known.assumption(), known.verdict(), known.seen() + "; " + added.seen());
        }
        return Stream.of(known, added).filter(one -> one.verdict() == Finding.Verdict.DOES_NOT_HOLD).findFirst()
                .orElse(known.verdict() == Finding.Verdict.HOLDS ? known : added);
    }

    boolean isKnown(Assumption assumption) {
        return byAssumption.containsKey(assumption);
    }

    /** All assumptions in their order; those that nobody looked at cannot be told. */
    List<Finding> all() {
        return Stream.of(Assumption.values()).map(assumption -> byAssumption.getOrDefault(assumption,
                new Finding(assumption, Finding.Verdict.CANNOT_BE_TOLD, "the run did not come this far"))).toList();
    }
}
