package org.decisiongates.jira.impact;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.impact.ImpactLineParser.Part;
import org.decisiongates.issue.ImpactLine;
import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.jira.platform.time.DayFormatter;
import org.decisiongates.jira.platform.time.ProjectTime;
import org.decisiongates.json.Json;
import org.decisiongates.timeline.RowAtRevision;

/** Words an impact line in the reader's language. */
@JiraComponent
public class ImpactFormatter {

    private static final int DECIMALS = 6;
    private static final BigDecimal ALMOST_CERTAIN = new BigDecimal("0.9");
    private static final BigDecimal LIKELY = new BigDecimal("0.65");
    private static final BigDecimal OPEN = new BigDecimal("0.35");
    private static final BigDecimal UNLIKELY = new BigDecimal("0.1");

    private final JiraTexts texts;
    private final ProjectTime time;
    private final DayFormatter days;

    ImpactFormatter(JiraTexts texts, ProjectTime time, DayFormatter days) {
        this.texts = texts;
        this.time = time;
        this.days = days;
    }

    List<ImpactLineView> lines(List<RowAtRevision<ImpactLine>> lines) {
        LocalDate today = time.now().toLocalDate();
        return lines.stream().map(stored -> view(stored, today)).toList();
    }

    /** The line in one sentence. */
    String sentence(ImpactLine line) {
        return texts.text("decision-gates.impact.sentence", line.metric(), movement(line), line.unit(), likelihood(line.confidence()));
    }

    private ImpactLineView view(RowAtRevision<ImpactLine> stored, LocalDate today) {
        ImpactLine line = stored.row();
        int way = line.expected().compareTo(line.baseline()) * (line.direction() == ImpactLine.Direction.UP ? 1 : -1);
        return new ImpactLineView(stored.revision().id(), stored.revision().version(), Json.write(typed(line)), line.metric(), line.unit(),
                movement(line), effect(line, way),
                way > 0 ? "aui-lozenge-success" : way < 0 ? "aui-lozenge-removed" : "",
                likelihood(line.confidence()), line.check().map(days::text).orElse(""),
                line.actual().isEmpty() && line.check().filter(today::isAfter).isPresent(),
                line.actual().map(this::number).orElse(""), texts.text("decision-gates.impact.edit-line", line.metric()),
                texts.text("decision-gates.impact.remove-line", line.metric()));
    }

    /** The parts of a line as they can be typed, whatever the reader's language. */
    private static Map<String, String> typed(ImpactLine line) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put(Part.METRIC.key(), line.metric());
        typed.put(Part.UNIT.key(), line.unit());
        typed.put(Part.DIRECTION.key(), line.direction().name());
        typed.put(Part.BASELINE.key(), line.baseline().toPlainString());
        typed.put(Part.EXPECTED.key(), line.expected().toPlainString());
        typed.put(Part.CONFIDENCE.key(), line.confidence().toPlainString());
        typed.put(Part.CHECK.key(), line.check().map(LocalDate::toString).orElse(""));
        typed.put(Part.ACTUAL.key(), line.actual().map(BigDecimal::toPlainString).orElse(""));
        return typed;
    }

    private String movement(ImpactLine line) {
        return texts.text("decision-gates.impact.movement", number(line.baseline()), number(line.expected()));
    }

    /** An arrow and a word: colours and arrows alone say nothing to some readers. */
    private String effect(ImpactLine line, int way) {
        if (way == 0) {
            return texts.text("decision-gates.impact.effect.none");
        }
        BigDecimal difference = line.expected().subtract(line.baseline());
        return texts.text("decision-gates.impact.effect." + (difference.signum() > 0 ? "up-" : "down-") + (way > 0 ? "good" : "bad"),
                number(difference.abs()));
    }

    private String likelihood(BigDecimal confidence) {
        NumberFormat percent = NumberFormat.getPercentInstance(locale());
        percent.setMaximumFractionDigits(DECIMALS - 2);
        return texts.text("decision-gates.impact.confidence." + level(confidence), percent.format(confidence));
    }

    private static String level(BigDecimal confidence) {
        if (confidence.compareTo(OPEN) < 0) {
            return confidence.compareTo(UNLIKELY) < 0 ? "very-unlikely" : "unlikely";
        }
        return confidence.compareTo(LIKELY) < 0 ? "open" : confidence.compareTo(ALMOST_CERTAIN) < 0 ? "likely" : "almost-certain";
    }

    private String number(BigDecimal number) {
        NumberFormat format = NumberFormat.getNumberInstance(locale());
        format.setMaximumFractionDigits(DECIMALS);
        return format.format(number);
    }

    private Locale locale() {
        return texts.locale();
    }
}
