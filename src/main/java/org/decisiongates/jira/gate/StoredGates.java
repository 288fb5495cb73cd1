package org.decisiongates.jira.gate;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.opensymphony.workflow.loader.ActionDescriptor;
import com.opensymphony.workflow.loader.ResultDescriptor;
import com.opensymphony.workflow.loader.ValidatorDescriptor;

/** Finds the gates that a workflow stores at a transition. */
public final class StoredGates {

    private static final String CLASS_NAME = "class.name";

    private StoredGates() {
    }

    /** The arguments of each: of the transition itself first, then of its results, whose validators the engine asks as well. */
    public static Stream<Map<?, ?>> of(ActionDescriptor action) {
        List<?> conditional = action.getConditionalResults();
        Stream<ResultDescriptor> results = Stream.concat(conditional.stream().map(ResultDescriptor.class::cast),
                Stream.ofNullable(action.getUnconditionalResult()));
        return Stream.concat(Stream.<List<?>>of(action.getValidators()), results.<List<?>>map(result -> result.getValidators()))
                .<Object>flatMap(List::stream).<Map<?, ?>>map(validator -> ((ValidatorDescriptor) validator).getArgs())
                .filter(StoredGates::isGate);
    }

    /** The engine, too, takes the name without the white space around it. */
    private static boolean isGate(Map<?, ?> stored) {
        return GateValidator.class.getName().equals(String.valueOf(stored.get(CLASS_NAME)).strip());
    }
}
