package org.decisiongates.jira.gate;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.atlassian.jira.issue.fields.screen.FieldScreen;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.message.I18nResolver;
import com.atlassian.sal.api.message.LocaleResolver;
import com.atlassian.sal.api.user.UserKey;
import com.opensymphony.workflow.InvalidInputException;

import org.decisiongates.issue.Field;
import org.decisiongates.jira.platform.fields.JiraFields;
import org.decisiongates.policy.Evaluation;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.RuleResult;

/**
 * Puts what a gate found into the one exception the workflow engine takes, in the language of who moves the issue: each finding under
 * its field where people see that field, all the others as general messages.
 */
@JiraComponent
class RefusalFormatter {

    private final I18nResolver texts;
    private final LocaleResolver locales;
    private final JiraFields fields;
    private final TransitionScreens screens;

    RefusalFormatter(I18nResolver texts, LocaleResolver locales, JiraFields fields, TransitionScreens screens) {
        this.texts = texts;
        this.locales = locales;
        this.fields = fields;
        this.screens = screens;
    }

    /** Empty when the gate lets the issue through. */
    Optional<InvalidInputException> of(Transition transition, Evaluation examination) {
        if (examination.status().letsThrough()) {
            return Optional.empty();
        }
        Locale locale = localeOf(transition.actor());
        Optional<FieldScreen> screen = screens.of(transition);
        Map<String, String> underFields = new LinkedHashMap<>();
        Set<String> general = new LinkedHashSet<>();
        if (examination.status() == RuleResult.Status.FAILED_TO_RUN) {
            general.add(texts.getText(locale, "decision-gates.jira.gate.failed", transition.action().getName()));
        }
        for (Finding finding : examination.findings()) {
            String text = texts.getText(locale, finding.key(), finding.arguments().toArray(Serializable[]::new));
            Optional<String> shown = finding.field().map(fields::idOf)
                    .filter(id -> screen.filter(seen -> seen.containsField(id)).isPresent());
            shown.ifPresentOrElse(id -> underFields.merge(id, text, (one, more) -> one + " " + more),
                    () -> general.add(finding.field().map(field -> named(field, text, locale)).orElse(text)));
        }
        InvalidInputException refusal = new InvalidInputException();
        underFields.forEach(refusal::addError);
        general.forEach(refusal::addError);
        return Optional.of(refusal);
    }

    /** For when something broke on the way; throws nothing itself, whatever is broken. */
    InvalidInputException whenBroken(Map<?, ?> variables, Throwable cause) {
        String key = cause instanceof GateJournal.NotWrittenDown ? "decision-gates.jira.gate.not-written-down"
                : "decision-gates.jira.gate.broken";
        InvalidInputException refusal = new InvalidInputException();
        try {
            refusal.addError(texts.getText(localeOf(Transition.actor(variables)), key, nameOfTransition(variables)));
        } catch (RuntimeException | LinkageError e) {
            refusal.addError("The gate of this transition could not be examined, so nothing was changed. "
                    + "Ask a Jira administrator to look for GateValidator in the log.");
        }
        return refusal;
    }

    private String named(Field field, String text, Locale locale) {
        return texts.getText(locale, "decision-gates.jira.gate.finding", fields.nameOf(field, locale), text);
    }

    private Locale localeOf(String actor) {
        return actor.isEmpty() ? locales.getLocale() : locales.getLocale(new UserKey(actor));
    }

    private static String nameOfTransition(Map<?, ?> variables) {
        try {
            return Transition.of(variables).action().getName();
        } catch (RuntimeException e) {
            return String.valueOf(variables.get("actionId"));
        }
    }
}
