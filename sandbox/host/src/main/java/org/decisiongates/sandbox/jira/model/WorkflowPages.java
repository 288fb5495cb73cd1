package org.decisiongates.sandbox.jira.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;

import com.opensymphony.workflow.loader.AbstractDescriptor;
import com.opensymphony.workflow.loader.ActionDescriptor;
import com.opensymphony.workflow.loader.ConditionDescriptor;
import com.opensymphony.workflow.loader.ConditionsDescriptor;
import com.opensymphony.workflow.loader.FunctionDescriptor;
import com.opensymphony.workflow.loader.StepDescriptor;
import com.opensymphony.workflow.loader.ValidatorDescriptor;
import com.opensymphony.workflow.loader.WorkflowDescriptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Workflows as their editor shows them, rules in the words of the apps that bring them. */
final class WorkflowPages {

    private static final Logger LOG = LoggerFactory.getLogger(WorkflowPages.class);
    private static final Map<String, String> STOCK = Map.of(
            "UpdateIssueStatusFunction", "Set issue status to the linked status of the destination workflow step.",
            "CreateCommentFunction", "Add a comment to an issue if one is entered during a transition.",
            "GenerateChangeHistoryFunction", "Update change history for an issue and store the issue in the database.",
            "IssueReindexFunction", "Re-index an issue to keep indexes in sync with the database.",
            "FireIssueEventFunction", "Fire an event that can be processed by the listeners.",
            "IssueCreateFunction", "Creates the issue originally.",
            "UpdateIssueFieldFunction", "Update an issue field.",
            "AllowOnlyAssignee", "Only the assignee of the issue can execute this transition.",
            "PermissionCondition", "Only users with a permission can execute this transition.",
            "PermissionValidator", "The user must have a permission.");

    private final SandboxJira jira;

    WorkflowPages(SandboxJira jira) {
        this.jira = jira;
    }

    WorkflowView view(WorkflowRow row, boolean active, boolean hasDraft) {
        try {
            WorkflowDescriptor workflow = WorkflowXml.read(row.xml());
            return new WorkflowView(row, active, hasDraft, Optional.empty(), WorkflowXml.steps(workflow).stream().map(this::step).toList(),
                    WorkflowXml.actions(workflow).stream().map(action -> transition(workflow, action)).toList());
        } catch (Refused e) {
            return new WorkflowView(row, active, hasDraft, Optional.of(e.getMessage()), List.of(), List.of());
        }
    }

    private StepView step(StepDescriptor step) {
        String status = WorkflowXml.status(step);
        return new StepView(step.getId(), step.getName(), jira.statuses().byId(status)
                .orElse(new StatusRow(String.valueOf(status), "(no status)", "", StatusCategory.UNDEFINED)),
                WorkflowXml.actionsOf(step).stream().map(ActionDescriptor::getId).distinct().toList());
    }

    private TransitionView transition(WorkflowDescriptor workflow, ActionDescriptor action) {
        int target = action.getUnconditionalResult().getStep();
        StepDescriptor to = workflow.getStep(target);
        List<String> from = WorkflowXml.steps(workflow).stream()
                .filter(step -> WorkflowXml.actionsOf(step).stream().anyMatch(other -> other.getId() == action.getId()))
                .map(StepDescriptor::getName).toList();
        return new TransitionView(action.getId(), action.getName(), kind(workflow, action), from,
                to == null ? "(stays where it is)" : to.getName(), WorkflowXml.screenId(action).flatMap(jira.screens()::byId),
                rules(conditions(action), "workflow-condition", (rule, args) -> ((ConditionDescriptor) rule).getArgs()),
                rules(action.getValidators(), "workflow-validator", (rule, args) -> ((ValidatorDescriptor) rule).getArgs()),
                rules(postFunctions(action), "workflow-function", (rule, args) -> ((FunctionDescriptor) rule).getArgs()));
    }

    private static String kind(WorkflowDescriptor workflow, ActionDescriptor action) {
        if (WorkflowXml.initialActions(workflow).contains(action)) {
            return "initial";
        }
        return WorkflowXml.globalActions(workflow).contains(action) ? "global"
                : WorkflowXml.commonActions(workflow).containsKey(action.getId()) ? "common"
                : "ordinary";
    }

    private static List<Object> conditions(ActionDescriptor action) {
        List<Object> flat = new ArrayList<>();
        if (action.getRestriction() != null) {
            flatten(action.getRestriction().getConditions(), flat);
        }
        return flat;
    }

    private static void flatten(List<?> conditions, List<Object> flat) {
        for (Object condition : conditions) {
            if (condition instanceof ConditionsDescriptor group) {
                flatten(group.getConditions(), flat);
            } else {
                flat.add(condition);
            }
        }
    }

    private static List<Object> postFunctions(ActionDescriptor action) {
        List<Object> functions = new ArrayList<>(action.getPostFunctions());
        functions.addAll(action.getUnconditionalResult().getPostFunctions());
        return functions;
    }

    private List<RuleView> rules(List<?> descriptors, String element, BiFunction<Object, Object, Map<?, ?>> arguments) {
        List<RuleView> views = new ArrayList<>();
        for (Object descriptor : descriptors) {
            Map<String, String> args = new TreeMap<>();
            arguments.apply(descriptor, null).forEach((name, value) -> args.put(String.valueOf(name), String.valueOf(value)));
            views.add(rule(views.size(), (AbstractDescriptor) descriptor, element, args));
        }
        return views;
    }

    private RuleView rule(int index, AbstractDescriptor descriptor, String element, Map<String, String> args) {
        String className = args.getOrDefault("class.name", "");
        String module = complete(element, args);
        if (module.isEmpty()) {
            String simple = className.substring(className.lastIndexOf('.') + 1);
            return new RuleView(index, "", className, args, escape(STOCK.getOrDefault(simple, simple)), false,
                    !"workflow-function".equals(element) && STOCK.containsKey(simple));
        }
        try {
            return new RuleView(index, module, className, args, jira.apps().ruleHtml(module, "view", descriptor), true, true);
        } catch (RuntimeException e) {
            LOG.warn("Module {} could not show its rule", module, e);
            return new RuleView(index, module, className, args, escape("'" + module + "' cannot show what it does here: "
                    + e.getMessage() + " Transitions that meet it fail until its app works again."), false, true);
        }
    }

    private String complete(String element, Map<String, String> args) {
        String stored = module(args);
        return jira.apps().ruleModules(element).stream().map(RuleModule::completeKey)
                .filter(key -> key.equals(stored) || key.replaceFirst(":", "").equals(stored)).findFirst().orElse(stored);
    }

    /** The key of the module as the workflow stores it, which is without a colon; empty for Jira's own. */
    static String module(Map<?, ?> arguments) {
        Object key = arguments.get("full.module.key");
        return key == null ? "" : key.toString().trim();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }
}
