package org.decisiongates.sandbox.jira.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.opensymphony.workflow.loader.AbstractDescriptor;

/** What Jira's own workings ask of the apps installed in it, and tell them. */
public interface Apps {

    /** An instance of a class that a workflow names, from the module that brings it; {@link Refused} when it cannot be had. */
    Object workflowPart(String moduleKey, String className);

    /** The issue as apps see it, edits of the draft included. */
    Object issue(IssueDraft draft);

    /** Tells the apps, on this thread; everybody else calls {@link SandboxJira#publish}, which knows when. */
    void happened(Happening happening);

    /** Tells the apps that what happened is committed; this event comes after the commit in any case. */
    default void committed(Happening happening) {
        // nobody listens
    }

    /** Tells the apps, on this thread, that two issues are linked or are so no more. */
    default void linked(LinkRow link, boolean added) {
        // nobody listens
    }

    /** Tells the apps, on this thread, that an administrator has edited an account. A directory that is synchronised tells nobody. */
    default void edited(UserRow before, UserRow after) {
        // nobody listens
    }

    /** Tells the apps, on this thread, that somebody has deleted a project; it is gone by then. */
    default void deleted(ProjectRow project, String userKey) {
        // nobody listens
    }

    /** Whether apps hear of a change while its transaction is still open, and so also of one that is taken back later. */
    default boolean toldBeforeCommit() {
        return false;
    }

    /** Whether actions lock no row until they store, so that others may come in between. */
    default boolean interleaved() {
        return false;
    }

    /** An action has read its issue. */
    default void afterReading() {
        // nobody comes in between
    }

    /** The validators have let a transition through; nothing of it is stored. */
    default void afterExamining() {
        // nobody comes in between
    }

    /** The modules of this element name that the workflow editor offers. */
    List<RuleModule> ruleModules(String element);

    /** The class that a module puts into workflows. */
    String ruleClass(String moduleKey);

    /**
     * Renders one of a module's forms.
     *
     * @param resource {@code view}, {@code input-parameters} or {@code edit-parameters}
     * @param rule     the stored rule; null for a new one
     */
    String ruleHtml(String moduleKey, String resource, AbstractDescriptor rule);

    /** The arguments a module makes of its form; {@link Refused} with its words when it does not accept it. */
    Map<String, String> ruleArguments(String moduleKey, Map<String, String[]> form);

    /** What a function of an app yields in a query; empty when no app brings a function of this name. */
    Optional<List<String>> jqlFunction(String userKey, String field, String operator, String name, List<String> arguments)
            throws JqlProblem;

    /** Jira without apps. */
    Apps NONE = new Apps() {

        @Override
        public Object workflowPart(String moduleKey, String className) {
            throw new Refused("The class '" + className + "' of module '" + moduleKey + "' cannot be found: no app brings it.");
        }

        @Override
        public Object issue(IssueDraft draft) {
            return draft;
        }

        @Override
        public void happened(Happening happening) {
            // nobody listens
        }

        @Override
        public List<RuleModule> ruleModules(String element) {
            return List.of();
        }

        @Override
        public String ruleClass(String moduleKey) {
            throw new Refused("There is no module '" + moduleKey + "'.");
        }

        @Override
        public String ruleHtml(String moduleKey, String resource, AbstractDescriptor rule) {
            throw new Refused("There is no module '" + moduleKey + "'.");
        }

        @Override
        public Map<String, String> ruleArguments(String moduleKey, Map<String, String[]> form) {
            throw new Refused("There is no module '" + moduleKey + "'.");
        }

        @Override
        public Optional<List<String>> jqlFunction(String userKey, String field, String operator, String name, List<String> arguments) {
            return Optional.empty();
        }
    };
}
