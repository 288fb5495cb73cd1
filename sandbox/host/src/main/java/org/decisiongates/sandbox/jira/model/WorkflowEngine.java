package org.decisiongates.sandbox.jira.model;

import java.net.URL;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.opensymphony.module.propertyset.PropertySet;
import com.opensymphony.workflow.FactoryException;
import com.opensymphony.workflow.WorkflowException;
import com.opensymphony.workflow.basic.BasicWorkflow;
import com.opensymphony.workflow.config.Configuration;
import com.opensymphony.workflow.loader.ActionDescriptor;
import com.opensymphony.workflow.loader.ConditionDescriptor;
import com.opensymphony.workflow.loader.ConditionsDescriptor;
import com.opensymphony.workflow.loader.FunctionDescriptor;
import com.opensymphony.workflow.loader.ResultDescriptor;
import com.opensymphony.workflow.loader.ValidatorDescriptor;
import com.opensymphony.workflow.loader.WorkflowDescriptor;
import com.opensymphony.workflow.spi.WorkflowEntry;
import com.opensymphony.workflow.spi.WorkflowStore;

/** Runs issues through workflows on OSWorkflow. */
final class WorkflowEngine {

    private final SandboxJira jira;
    private final WorkflowEntries entries;
    private final StockParts stock;

    WorkflowEngine(SandboxJira jira, WorkflowEntries entries) {
        this.jira = jira;
        this.entries = entries;
        this.stock = new StockParts(jira);
    }

    /** Passes the initial transition, which stores the issue. */
    void create(String workflow, WorkflowDescriptor descriptor, int action, Passage passage) throws WorkflowException {
        Engine engine = new Engine(passage.userKey(), workflow, descriptor);
        engine.initialize(workflow, action, inputs(passage, true));
    }

    void transition(String workflow, WorkflowDescriptor descriptor, long entry, int action, Passage passage) throws WorkflowException {
        new Engine(passage.userKey(), workflow, descriptor).doAction(entry, action, inputs(passage, false));
    }

    int[] available(String workflow, WorkflowDescriptor descriptor, long entry, Passage passage) {
        return new Engine(passage.userKey(), workflow, descriptor).getAvailableActions(entry, inputs(passage, false));
    }

    private Map<String, Object> inputs(Passage passage, boolean create) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put(Passage.KEY, passage);
        inputs.put("issue", jira.apps().issue(passage.draft()));
        inputs.put("originalissueobject", create ? null
                : jira.apps().issue(new IssueDraft(passage.draft().stored().orElseThrow())));
        inputs.put("comment", passage.comment());
        inputs.put("userKey", passage.userKey());
        passage.draft().stored().ifPresent(row -> inputs.put("issueKey", row.key()));
        return inputs;
    }

    /** OSWorkflow with Jira's ways: classes come from apps, and a step without transitions ends nothing. */
    private final class Engine extends BasicWorkflow {

        private final String name;
        private final WorkflowDescriptor workflow;

        Engine(String caller, String name, WorkflowDescriptor workflow) {
            super(caller);
            this.name = name;
            this.workflow = workflow;
            setConfiguration(new Setting());
        }

        @Override
        protected Object loadObject(String className) {
            return stock.find(className).orElseGet(() -> jira.apps().workflowPart(moduleOf(className), className));
        }

        @Override
        protected void verifyInputs(WorkflowEntry entry, List validators, Map variables, PropertySet properties) throws WorkflowException {
            if (Passage.of(variables).skipsValidators()) {
                return;
            }
            super.verifyInputs(entry, validators, variables, properties);
            jira.apps().afterExamining();
        }

        @Override
        protected void checkImplicitFinish(long id) {
            // a resolved issue can be reopened: its entry stays active
        }

        private String moduleOf(String className) {
            return arguments(workflow).filter(arguments -> className.equals(String.valueOf(arguments.get("class.name")).trim()))
                    .map(arguments -> arguments.get("full.module.key")).filter(key -> key != null).map(Object::toString).map(String::trim)
                    .findFirst().orElse("");
        }

        private final class Setting implements Configuration {

            @Override
            public boolean isInitialized() {
                return true;
            }

            @Override
            public String getPersistence() {
                return WorkflowEntries.class.getName();
            }

            @Override
            public Map<Object, Object> getPersistenceArgs() {
                return Map.of();
            }

            @Override
            public WorkflowDescriptor getWorkflow(String wanted) throws FactoryException {
                if (!wanted.equals(name)) {
                    throw new FactoryException("The issue is in workflow '" + wanted + "', not in '" + name + "'.");
                }
                return workflow;
            }

            @Override
            public String[] getWorkflowNames() {
                return new String[] {name};
            }

            @Override
            public WorkflowStore getWorkflowStore() {
                return entries;
            }

            @Override
            public void load(URL url) {
                // workflows come from the database
            }

            @Override
            public boolean removeWorkflow(String workflowName) {
                return false;
            }

            @Override
            public boolean saveWorkflow(String workflowName, WorkflowDescriptor descriptor, boolean replace) {
                return false;
            }
        }
    }

    /** The arguments of every rule in a workflow. */
    static Stream<Map<?, ?>> arguments(WorkflowDescriptor workflow) {
        Stream<ActionDescriptor> actions = WorkflowXml.actions(workflow).stream();
        Stream<Map<?, ?>> ofSteps = WorkflowXml.steps(workflow).stream()
                .flatMap(step -> rules(step.getPreFunctions(), step.getPostFunctions()));
        return Stream.concat(actions.flatMap(WorkflowEngine::arguments), ofSteps);
    }

    private static Stream<Map<?, ?>> arguments(ActionDescriptor action) {
        Stream<Map<?, ?>> own = rules(action.getValidators(), action.getPreFunctions(), action.getPostFunctions(),
                action.getRestriction() == null ? List.of() : action.getRestriction().getConditions());
        Stream<?> results = Stream.concat(action.getConditionalResults().stream(), Stream.ofNullable(action.getUnconditionalResult()));
        return Stream.concat(own, results.map(ResultDescriptor.class::cast)
                .flatMap(result -> rules(result.getValidators(), result.getPreFunctions(), result.getPostFunctions())));
    }

    private static Stream<Map<?, ?>> rules(List<?>... lists) {
        return Stream.of(lists).flatMap(List::stream).flatMap(WorkflowEngine::argumentsOf);
    }

    private static Stream<Map<?, ?>> argumentsOf(Object rule) {
        if (rule instanceof ValidatorDescriptor validator) {
            return Stream.of(validator.getArgs());
        } else if (rule instanceof FunctionDescriptor function) {
            return Stream.of(function.getArgs());
        } else if (rule instanceof ConditionDescriptor condition) {
            return Stream.of(condition.getArgs());
        } else if (rule instanceof ConditionsDescriptor group) {
            return rules(group.getConditions());
        }
        return Stream.empty();
    }
}
