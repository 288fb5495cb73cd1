package org.decisiongates.sandbox.jira.web.admin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.decisiongates.sandbox.jira.model.Refused;
import org.decisiongates.sandbox.jira.model.RuleModule;
import org.decisiongates.sandbox.jira.model.SandboxJira;
import org.decisiongates.sandbox.jira.model.TransitionView;
import org.decisiongates.sandbox.jira.web.frame.Answer;
import org.decisiongates.sandbox.jira.web.frame.Page;
import org.decisiongates.sandbox.jira.web.frame.Place;
import org.decisiongates.sandbox.jira.web.frame.Stop;
import org.decisiongates.sandbox.jira.web.frame.Visit;

/** A transition in the workflow editor, and its validators: the forms are those of the apps that bring them. */
public final class ValidatorPages {

    private static final Place PLACE = Place.admin("workflows");
    private static final Set<String> OURS = Set.of("atl_token", "workflowName", "workflowMode", "workflowTransition", "pluginModuleKey",
            "count");

    private final SandboxJira jira;

    public ValidatorPages(SandboxJira jira) {
        this.jira = jira;
    }

    public Page transition() {
        return new Page() {
            @Override
            public Answer show(Visit visit) {
                visit.requireAdmin();
                Chosen chosen = Chosen.of(jira, visit);
                return view(chosen, chosen.transition(visit), List.of());
            }
        };
    }

    /** Chooses what kind of validator to add. */
    public Page choose() {
        return new Page() {
            @Override
            public Answer show(Visit visit) {
                visit.requireAdmin();
                Chosen chosen = editable(visit);
                return Answer.view("Add validator to transition", "admin/validatorChoose.vm", Map.of("chosen", chosen,
                        "transition", chosen.transition(visit), "modules", jira.workflows().validatorModules()), PLACE);
            }
        };
    }

    /** A form for the parameters of one validator. */
    private abstract class Form implements Page {
        @Override
        public Answer show(Visit visit) {
            visit.requireAdmin();
            return form(visit, List.of());
        }

        @Override
        public Answer submit(Visit visit) {
            String user = visit.requireAdmin();
            Chosen chosen = editable(visit);
            TransitionView transition = chosen.transition(visit);
            try {
                store(user, chosen, transition, visit);
                return Answer.redirect(chosen.transition(transition.id()));
            } catch (Refused refused) {
                return form(visit, List.of(refused.getMessage()));
            }
        }

        abstract void store(String user, Chosen chosen, TransitionView transition, Visit visit);

        abstract Answer form(Visit visit, List<String> messages);
    }

    public Page add() {
        return new Form() {
            @Override
            void store(String user, Chosen chosen, TransitionView transition, Visit visit) {
                jira.workflows().addValidator(user, chosen.name(), chosen.draft(), transition.id(), module(visit).completeKey(),
                        typed(visit));
            }

            @Override
            Answer form(Visit visit, List<String> messages) {
                Chosen chosen = editable(visit);
                RuleModule module = module(visit);
                return parameters(chosen, chosen.transition(visit), "Add parameters to validator",
                        "AddWorkflowTransitionValidatorParams.jspa",
                        module.completeKey(), "", jira.workflows().newValidatorForm(module.completeKey()), messages);
            }
        };
    }

    public Page edit() {
        return new Form() {
            @Override
            void store(String user, Chosen chosen, TransitionView transition, Visit visit) {
                jira.workflows().editValidator(user, chosen.name(), chosen.draft(), transition.id(), index(visit, transition),
                        typed(visit));
            }

            @Override
            Answer form(Visit visit, List<String> messages) {
                Chosen chosen = editable(visit);
                TransitionView transition = chosen.transition(visit);
                int index = index(visit, transition);
                return parameters(chosen, transition, "Update parameters of validator", "EditWorkflowTransitionValidatorParams.jspa", "",
                        String.valueOf(index), jira.workflows().validatorForm(chosen.name(), chosen.draft(), transition.id(), index),
                        messages);
            }
        };
    }

    public Page delete() {
        return new Page() {
            @Override
            public Answer submit(Visit visit) {
                String user = visit.requireAdmin();
                Chosen chosen = editable(visit);
                TransitionView transition = chosen.transition(visit);
                try {
                    jira.workflows().deleteValidator(user, chosen.name(), chosen.draft(), transition.id(), index(visit, transition));
                    return Answer.redirect(chosen.transition(transition.id()));
                } catch (Refused refused) {
                    return view(chosen, transition, List.of(refused.getMessage()));
                }
            }
        };
    }

    private Chosen editable(Visit visit) {
        Chosen chosen = Chosen.of(jira, visit);
        if (!chosen.view().editable()) {
            throw Stop.bad("The workflow \"" + chosen.name() + "\" is active. Create a draft, change the draft, then publish it.");
        }
        return chosen;
    }

    private RuleModule module(Visit visit) {
        return jira.workflows().validatorModules().stream().filter(one -> one.completeKey().equals(visit.text("pluginModuleKey")))
                .findFirst()
                .orElseThrow(() -> Stop.notFound("The validator \"" + visit.text("pluginModuleKey") + "\""));
    }

    private static int index(Visit visit, TransitionView transition) {
        long index = visit.number("count");
        return transition.validators().stream().filter(rule -> rule.index() == index).findFirst()
                .orElseThrow(() -> Stop.notFound("This validator")).index();
    }

    private static Map<String, String[]> typed(Visit visit) {
        Map<String, String[]> typed = new TreeMap<>(visit.form());
        typed.keySet().removeAll(OURS);
        return typed;
    }

    private static Answer view(Chosen chosen, TransitionView transition, List<String> messages) {
        return Answer.view("Transition " + transition.name(), "admin/transition.vm", Map.of("chosen", chosen, "transition", transition,
                "screen", transition.screen().map(screen -> screen.name()).orElse(""), "messages", messages), PLACE);
    }

    private static Answer parameters(Chosen chosen, TransitionView transition, String heading, String action, String module, String count,
            String form, List<String> messages) {
        Map<String, Object> context = new HashMap<>(Map.of("chosen", chosen, "transition", transition, "heading", heading, "action", action,
                "module", module, "count", count, "formHtml", form, "messages", messages));
        return Answer.view(heading, "admin/validatorForm.vm", context, PLACE);
    }
}
