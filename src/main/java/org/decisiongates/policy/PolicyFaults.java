package org.decisiongates.policy;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

import org.decisiongates.text.Message;

/** Collects what is wrong with a policy, each thing with its place. */
final class PolicyFaults {

    /** As many as somebody corrects before trying again. */
    private static final int MOST = 20;

    private final List<InvalidPolicyException.Fault> faults = new ArrayList<>();
    private final ToIntFunction<String> lines;

    /** @param lines finds the line of a place; 0 where there is no text */
    PolicyFaults(ToIntFunction<String> lines) {
        this.lines = lines;
    }

    void add(String place, Message message) {
        if (faults.size() < MOST) {
            faults.add(new InvalidPolicyException.Fault(lines.applyAsInt(place), place, message));
        }
    }

    void add(String place, String kind, Serializable... arguments) {
        add(place, Message.of("decision-gates.policy.fault." + kind, arguments));
    }

    void refuse() throws InvalidPolicyException {
        if (!faults.isEmpty()) {
            throw new InvalidPolicyException(faults);
        }
    }
}
