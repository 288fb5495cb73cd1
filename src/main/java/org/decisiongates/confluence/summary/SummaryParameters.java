package org.decisiongates.confluence.summary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.decisiongates.confluence.link.JiraAnswer.Missing;
import org.decisiongates.page.SummarySection;
import org.decisiongates.summary.WeeklySummary;

/**
 * What the author of a page asked of the macro, with everything about it that cannot be meant.
 *
 * @param question  what to ask Jira
 * @param title     what stands above it; empty for what Jira calls it
 * @param executive whether it must fit on one screen
 * @param parts     which parts to show
 * @param rows      rows of a table
 * @param problems  what is wrong with the parameters that only concern the look
 */
record SummaryParameters(SummaryQuestion question, String title, boolean executive, Set<SummarySection> parts, int rows,
        List<Problem> problems) {

    private static final Pattern SEPARATORS = Pattern.compile("[,;\\s]+");
    private static final Pattern ROWS = Pattern.compile("[0-9]{1,3}");
    private static final String EXECUTIVE = "executive";

    /** A parameter with what stands in it; {@code key} is the text that explains it. */
    record Problem(String key, String value) {
    }

    static SummaryParameters of(Map<String, String> parameters) {
        List<Problem> problems = new ArrayList<>();
        String mode = parameter(parameters, "mode");
        if (!Set.of("", "full", EXECUTIVE).contains(mode)) {
            problems.add(new Problem("decision-gates.weekly-summary.bad.mode", mode));
        }
        boolean executive = mode.equals(EXECUTIVE);
        Set<SummarySection> parts = parts(parameter(parameters, "sections"), executive, problems);
        if (!Set.of("", "true", "false").contains(parameter(parameters, "frozen"))) {
            problems.add(new Problem("decision-gates.weekly-summary.bad.frozen", parameter(parameters, "frozen")));
        }
        return new SummaryParameters(SummaryQuestion.of(parameters), parameters.getOrDefault("title", "").strip(), executive, parts,
                rows(parameter(parameters, "rows"), problems), problems);
    }

    /** The same look at the answer to another question. */
    SummaryParameters asking(SummaryQuestion another) {
        return new SummaryParameters(another, title, executive, parts, rows, problems);
    }

    /** What is wrong with what Jira would be asked. */
    List<Missing> faults() {
        return question.faults();
    }

    boolean areUsable() {
        return problems.isEmpty() && faults().isEmpty();
    }

    private static Set<SummarySection> parts(String sections, boolean executive, List<Problem> problems) {
        if (sections.isEmpty()) {
            return SummarySection.all();
        }
        Set<SummarySection> parts = EnumSet.noneOf(SummarySection.class);
        List<String> unknown = new ArrayList<>();
        Arrays.stream(SEPARATORS.split(sections)).filter(name -> !name.isEmpty()).forEach(name -> {
            Optional<SummarySection> part = SummarySection.of(name);
            part.ifPresentOrElse(parts::add, () -> unknown.add(name));
        });
        if (!unknown.isEmpty()) {
            problems.add(new Problem("decision-gates.weekly-summary.bad.sections",
                    unknown.stream().distinct().collect(Collectors.joining(", "))));
        } else if (executive && parts.stream().noneMatch(SummarySection.EXECUTIVE::contains)) {
            problems.add(new Problem("decision-gates.weekly-summary.bad.sections-executive", sections));
        }
        return parts;
    }

    private static int rows(String rows, List<Problem> problems) {
        if (rows.isEmpty()) {
            return WeeklySummary.MAX_ROWS;
        }
        int number = ROWS.matcher(rows).matches() ? Integer.parseInt(rows) : 0;
        if (number < 1 || number > WeeklySummary.MAX_ROWS) {
            problems.add(new Problem("decision-gates.weekly-summary.bad.rows", rows));
        }
        return number;
    }

    private static String parameter(Map<String, String> parameters, String name) {
        return parameters.getOrDefault(name, "").strip().toLowerCase(Locale.ROOT);
    }
}
