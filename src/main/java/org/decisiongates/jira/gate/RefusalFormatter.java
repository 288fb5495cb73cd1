package org.decisiongates.jira.gate;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

import com.atlassian.jira.issue.fields.screen.FieldScreen;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.opensymphony.workflow.InvalidInputException;

import org.decisiongates.issue.Field;
import org.decisiongates.jira.platform.fields.JiraFields;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.time.DayFormatter;
import org.decisiongates.page.Texts;
import org.decisiongates.policy.Evaluation;
import org.decisiongates.policy.Finding;
import org.decisiongates.readiness.RefusalLine;
import org.decisiongates.text.Message;

/**
 * Puts what a gate found into the one exception the workflow engine takes, in the language of the person who moves the issue: each finding
 * under its field if that field is on the screen, all others as general messages. A program gets its keys in one more message.
 */
@JiraComponent
class RefusalFormatter {

    private final JiraTexts texts;
    private final JiraFields fields;
    private final TransitionScreens screens;
    private final RequestSource source;
    private final DayFormatter days;

    RefusalFormatter(JiraTexts texts, JiraFields fields, TransitionScreens screens, RequestSource source, DayFormatter days) {
        this.texts = texts;
        this.fields = fields;
        this.screens = screens;
        this.source = source;
        this.days = days;
    }

    /** Empty when the gate lets the issue through. */
    Optional<InvalidInputException> format(Transition transition, Evaluation evaluation) {
        if (!evaluation.blocks()) {
            return Optional.empty();
        }
        Locale locale = texts.localeOf(transition.actor());
        Optional<FieldScreen> screen = screens.of(transition);
        boolean isProgram = source.isProgram();
        Map<String, String> underFields = new LinkedHashMap<>();
        Set<String> general = new LinkedHashSet<>();
        if (evaluation.blocksByError()) {
            general.add(texts.in(locale).text("decision-gates.jira.gate.failed", transition.action().getName()));
        }
        for (Finding finding : evaluation.reasons()) {
            String text = worded(finding, locale, isProgram);
            Optional<String> shown = finding.field().map(fields::idOf)
                    .filter(id -> screen.filter(seen -> seen.containsField(id)).isPresent());
            shown.ifPresentOrElse(id -> underFields.merge(id, text, (one, more) -> one + " " + more),
                    () -> general.add(finding.field().map(field -> named(field, text, locale)).orElse(text)));
        }
        InvalidInputException refusal = new InvalidInputException();
        underFields.forEach(refusal::addError);
        general.forEach(refusal::addError);
        if (isProgram) {
            refusal.addError(RefusalLine.of(transition.action().getId(), evaluation, fields::idOf,
                    RulesServlet.addressOf("")));
        }
        return Optional.of(refusal);
    }

    /** Each reason as a sentence, with its field named. */
    List<String> sentences(Transition transition, Evaluation evaluation) {
        Locale locale = texts.localeOf(transition.actor());
        boolean isProgram = source.isProgram();
        return evaluation.reasons().stream().map(finding -> {
            String text = worded(finding, locale, isProgram);
            return finding.field().map(field -> named(field, text, locale)).orElse(text);
        }).toList();
    }

    /** A program reads days in one form, whatever that of this Jira is. */
    private String worded(Finding finding, Locale locale, boolean isProgram) {
        return isProgram ? text(finding, texts.in(locale)) : text(finding, texts.in(locale), days::forPeople);
    }

    /** For an unexpected failure; never throws itself. */
    InvalidInputException whenBroken(Map<?, ?> variables, Throwable cause) {
        String key = cause instanceof GateJournal.NotWrittenDown ? "decision-gates.jira.gate.not-written-down"
                : "decision-gates.jira.gate.broken";
        InvalidInputException refusal = new InvalidInputException();
        try {
            refusal.addError(texts.in(texts.localeOf(Transition.actor(variables))).text(key, nameOfTransition(variables)));
        } catch (RuntimeException | LinkageError e) {
            refusal.addError("The gate of this transition could not be evaluated, so nothing was changed. "
                    + "Ask a Jira administrator to look for GateValidator in the log.");
        }
        return refusal;
    }

    /** What is wrong, and how to supply what is missing. */
    static String text(Finding finding, Texts texts) {
        return text(finding, texts, UnaryOperator.identity());
    }

    private static String text(Finding finding, Texts texts, UnaryOperator<Message> days) {
        String wrong = texts.text(days.apply(finding.message()));
        return finding.remedy().map(remedy -> wrong + " " + texts.text(days.apply(remedy))).orElse(wrong);
    }

    private String named(Field field, String text, Locale locale) {
        return texts.in(locale).text("decision-gates.jira.gate.finding", fields.nameOf(field, locale), text);
    }

    private static String nameOfTransition(Map<?, ?> variables) {
        try {
            return Transition.of(variables).action().getName();
        } catch (RuntimeException e) {
            return String.valueOf(variables.get("actionId"));
        }
    }
}
