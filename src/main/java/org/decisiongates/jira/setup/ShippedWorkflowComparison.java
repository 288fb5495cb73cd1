package org.decisiongates.jira.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.opensymphony.workflow.loader.ActionDescriptor;
import com.opensymphony.workflow.loader.FunctionDescriptor;
import com.opensymphony.workflow.loader.StepDescriptor;
import com.opensymphony.workflow.loader.ValidatorDescriptor;
import com.opensymphony.workflow.loader.WorkflowDescriptor;

import org.decisiongates.jira.setup.WorkflowTransitionUpgrade.Kind;

/**
 * A workflow that an earlier version of the app made, compared with the one that this version ships. Transitions go by their numbers, which
 * stay when they are renamed.
 */
final class ShippedWorkflowComparison {

    /** The only function of the app; workflows store it by name (ADR-0006). */
    private static final String FUNCTION = "org.decisiongates.jira.gate.LinkSuccessorFunction";
    private static final String SCREEN = "jira.fieldscreen.id";
    private static final String STATUS = "jira.status.id";
    private static final String VIEW = "fieldscreen";
    private static final String CLASS = "class.name";

    private final WorkflowDescriptor shipped;
    private final WorkflowDescriptor there;
    private final Set<String> ownScreens;

    /**
     * Of what is read anew for each comparison: what is added to a copy is part of {@code shipped}.
     *
     * @param ownScreens ids of the screens that set-up made: whoever shows one of them has chosen none of their own
     */
    ShippedWorkflowComparison(WorkflowDescriptor shipped, WorkflowDescriptor there, Set<String> ownScreens) {
        this.shipped = shipped;
        this.there = there;
        this.ownScreens = Set.copyOf(ownScreens);
    }

    /** What the shipped workflow has beyond this one. */
    List<WorkflowTransitionUpgrade> additions() {
        List<WorkflowTransitionUpgrade> additions = new ArrayList<>();
        WorkflowEditor.transitions(there)
                .forEach((id, actions) -> Optional.ofNullable(WorkflowEditor.transitions(shipped).get(id)).map(all -> all.get(0))
                        .ifPresent(wanted -> actions.forEach(action -> additions.addAll(additions(wanted, action)))));
        return additions.stream().distinct().toList();
    }

    private List<WorkflowTransitionUpgrade> additions(ActionDescriptor wanted, ActionDescriptor has) {
        List<WorkflowTransitionUpgrade> additions = new ArrayList<>();
        String screen = screen(wanted);
        if (!screen.isEmpty() && !screen.equals(screen(has)) && (screen(has).isEmpty() || ownScreens.contains(screen(has)))) {
            additions.add(new WorkflowTransitionUpgrade(wanted.getId(), Kind.SCREEN, screen, screen(has)));
        }
        validators(wanted).stream().map(validator -> gate(validator.getArgs()))
                .filter(gate -> validators(has).stream().noneMatch(other -> gate(other.getArgs()).equals(gate)))
                .map(gate -> new WorkflowTransitionUpgrade(wanted.getId(), Kind.GATE, gate, "")).forEach(additions::add);
        if (functions(wanted).stream().anyMatch(ShippedWorkflowComparison::isOwn)
                && functions(has).stream().noneMatch(ShippedWorkflowComparison::isOwn)) {
            additions.add(new WorkflowTransitionUpgrade(wanted.getId(), Kind.FUNCTION, FUNCTION, ""));
        }
        return additions;
    }

    /** Whether nobody has changed it, but for names: it has the shipped steps, ways and functions, and nothing that those lack. */
    boolean isUnchanged() {
        return steps(there).equals(steps(shipped))
                && WorkflowEditor.transitions(there).keySet().equals(WorkflowEditor.transitions(shipped).keySet())
                && WorkflowEditor.transitions(there).entrySet().stream().allMatch(entry -> entry.getValue().stream()
                        .allMatch(action -> isUnchanged(WorkflowEditor.transitions(shipped).get(entry.getKey()).get(0), action)));
    }

    private boolean isUnchanged(ActionDescriptor wanted, ActionDescriptor has) {
        boolean sameWay = has.getRestriction() == null && has.getConditionalResults().isEmpty()
                && has.getUnconditionalResult() != null
                && has.getUnconditionalResult().getStep() == wanted.getUnconditionalResult().getStep();
        boolean ownScreen = screen(has).isEmpty() || screen(has).equals(screen(wanted)) || ownScreens.contains(screen(has));
        return sameWay && ownScreen && asked(wanted).containsAll(asked(has)) && others(functions(has)).equals(others(functions(wanted)));
    }

    /** Puts what was added into {@code target}, which is a copy of the workflow that can be changed. */
    void add(WorkflowDescriptor target, List<WorkflowTransitionUpgrade> additions) {
        for (WorkflowTransitionUpgrade addition : additions) {
            ActionDescriptor wanted = WorkflowEditor.transitions(shipped).get(addition.transition()).get(0);
            WorkflowEditor.transitions(target).getOrDefault(addition.transition(), List.of()).stream()
                    .filter(action -> additions(wanted, action).stream().anyMatch(addition::isSameAs))
                    .forEach(action -> add(action, wanted, addition));
        }
    }

    @SuppressWarnings("unchecked")
    private static void add(ActionDescriptor action, ActionDescriptor wanted, WorkflowTransitionUpgrade addition) {
        switch (addition.kind()) {
            case SCREEN -> {
                action.setView(VIEW);
                action.getMetaAttributes().put(SCREEN, addition.value());
            }
            // as they were read from the app's own file: newer engines make such objects by a factory that older ones do not have
            case GATE -> validators(wanted).stream().filter(validator -> gate(validator.getArgs()).equals(addition.value()))
                    .map(AddedGateMark::put).forEach(action.getValidators()::add);
            case FUNCTION -> functions(wanted).stream().filter(ShippedWorkflowComparison::isOwn)
                    .forEach(function -> action.getUnconditionalResult().getPostFunctions().add(0, function));
            default -> throw new IllegalArgumentException(addition.kind().toString());
        }
    }

    /** Takes out of {@code target} what was added, where it still is as it was added. */
    void takeBack(WorkflowDescriptor target, List<WorkflowTransitionUpgrade> additions) {
        for (WorkflowTransitionUpgrade addition : additions) {
            for (ActionDescriptor action : WorkflowEditor.transitions(target).getOrDefault(addition.transition(), List.of())) {
                takeBack(action, addition);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private void takeBack(ActionDescriptor action, WorkflowTransitionUpgrade addition) {
        switch (addition.kind()) {
            case SCREEN -> {
                if (screen(action).equals(addition.value())) {
                    action.setView(addition.before().isEmpty() ? null : VIEW);
                    if (addition.before().isEmpty()) {
                        action.getMetaAttributes().remove(SCREEN);
                    } else {
                        action.getMetaAttributes().put(SCREEN, addition.before());
                    }
                }
            }
            case GATE -> {
                Set<Map<String, String>> asShipped = Optional.ofNullable(WorkflowEditor.transitions(shipped).get(addition.transition()))
                        .map(all -> asked(all.get(0))).orElse(Set.of());
                action.getValidators().removeIf(validator -> isAdded((ValidatorDescriptor) validator, addition)
                        && asShipped.contains(stripped(((ValidatorDescriptor) validator).getArgs())));
            }
            case FUNCTION -> action.getUnconditionalResult().getPostFunctions()
                    .removeIf(function -> isOwn((FunctionDescriptor) function));
            default -> throw new IllegalArgumentException(addition.kind().toString());
        }
    }

    /** Whether the app, and nobody else, has added it: always for what is no gate, which is not marked. */
    boolean isByTheApp(WorkflowTransitionUpgrade addition) {
        return addition.kind() != Kind.GATE || WorkflowEditor.transitions(there).getOrDefault(addition.transition(), List.of()).stream()
                .flatMap(action -> validators(action).stream()).anyMatch(validator -> isAdded(validator, addition));
    }

    private static boolean isAdded(ValidatorDescriptor validator, WorkflowTransitionUpgrade addition) {
        return AddedGateMark.isOn(validator) && gate(validator.getArgs()).equals(addition.value());
    }

    private static Map<Integer, String> steps(WorkflowDescriptor workflow) {
        List<?> steps = workflow.getSteps();
        return steps.stream().map(StepDescriptor.class::cast)
                .collect(Collectors.toMap(StepDescriptor::getId, step -> String.valueOf(step.getMetaAttributes().get(STATUS)).strip()));
    }

    private static List<ValidatorDescriptor> validators(ActionDescriptor action) {
        List<?> validators = action.getValidators();
        return validators.stream().map(ValidatorDescriptor.class::cast).toList();
    }

    private static List<FunctionDescriptor> functions(ActionDescriptor action) {
        List<?> functions = action.getUnconditionalResult().getPostFunctions();
        return functions.stream().map(FunctionDescriptor.class::cast).toList();
    }

    private static Set<Map<String, String>> asked(ActionDescriptor action) {
        return validators(action).stream().map(validator -> stripped(validator.getArgs())).collect(Collectors.toSet());
    }

    private static List<Map<String, String>> others(List<FunctionDescriptor> functions) {
        return functions.stream().filter(function -> !isOwn(function)).map(function -> stripped(function.getArgs())).toList();
    }

    private static boolean isOwn(FunctionDescriptor function) {
        return FUNCTION.equals(stripped(function.getArgs()).get(CLASS));
    }

    private static String gate(Map<?, ?> arguments) {
        Map<String, String> named = stripped(arguments);
        return named.getOrDefault("gate.policy", "") + "/" + named.getOrDefault("gate.key", "");
    }

    static Map<String, String> stripped(Map<?, ?> arguments) {
        Map<String, String> stripped = new TreeMap<>();
        arguments.forEach((name, value) -> stripped.put(name.toString(), value == null ? "" : value.toString().strip()));
        stripped.keySet().removeIf(AddedGateMark::isArgument);
        return stripped;
    }

    private static String screen(ActionDescriptor action) {
        Object id = action.getMetaAttributes().get(SCREEN);
        return id == null ? "" : id.toString().strip();
    }
}
