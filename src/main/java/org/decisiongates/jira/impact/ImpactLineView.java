package org.decisiongates.jira.impact;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.decisiongates.impact.ImpactLines.Kept;
import org.decisiongates.issue.ImpactLine;

/** An impact line in the panel: what people read, and the plain values that editing starts from. */
public final class ImpactLineView {

    private final Kept kept;
    private final Shown shown;

    ImpactLineView(Kept kept, Shown shown) {
        this.kept = kept;
        this.shown = shown;
    }

    public long getId() {
        return kept.place().id();
    }

    public int getVersion() {
        return kept.place().version();
    }

    public String getMetric() {
        return line().metric();
    }

    public String getUnit() {
        return line().unit();
    }

    public String getDirection() {
        return line().direction().name();
    }

    public String getBaseline() {
        return line().baseline().toPlainString();
    }

    public String getExpected() {
        return line().expected().toPlainString();
    }

    public String getConfidence() {
        return line().confidence().toPlainString();
    }

    /** ISO date, empty for none. */
    public String getCheck() {
        return line().check().map(LocalDate::toString).orElse("");
    }

    /** Empty while nobody knows. */
    public String getActual() {
        return line().actual().map(BigDecimal::toPlainString).orElse("");
    }

    /** Baseline and expected value, without the unit. */
    public String getMovement() {
        return shown.movement();
    }

    /** What the movement means, in words. */
    public String getEffect() {
        return shown.effect();
    }

    /** Style of a lozenge, empty for the plain one. */
    public String getEffectStyle() {
        return shown.effectStyle();
    }

    /** How sure one is, in words and as a percentage. */
    public String getSureness() {
        return shown.sureness();
    }

    /** When it will be looked at, empty for never. */
    public String getCheckDay() {
        return shown.checkDay();
    }

    /** Whether that day is past and nobody wrote down what came of it. */
    public boolean isOverdue() {
        return shown.overdue();
    }

    /** What came of it, without the unit; empty while nobody knows. */
    public String getOutcome() {
        return shown.outcome();
    }

    /** What the button that edits this line is called. */
    public String getEditLabel() {
        return shown.editLabel();
    }

    /** What the button that removes this line is called. */
    public String getRemoveLabel() {
        return shown.removeLabel();
    }

    private ImpactLine line() {
        return kept.line();
    }

    /** Texts in the reader's language. */
    record Shown(String movement, String effect, String effectStyle, String sureness, String checkDay, boolean overdue, String outcome,
            String editLabel, String removeLabel) {
    }
}
