package org.decisiongates.jira.audit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;

import org.decisiongates.jira.platform.text.JiraTexts;
import org.decisiongates.page.view.LinkView;
import org.decisiongates.page.view.MarkView;
import org.decisiongates.policy.rules.Rules;
import org.decisiongates.text.Message;
import org.decisiongates.timeline.GateEvent.Outcome;
import org.decisiongates.timeline.GateEvent.Source;
import org.decisiongates.timeline.GateFilter;

/** Words the filter of the journal of gates, outcomes and rules, and builds addresses that carry a filter on. */
@JiraComponent
public class FilterFormatter {

    private static final String REST = "/rest/decision-gates/1.0";

    private final JiraTexts texts;
    private final ApplicationProperties application;

    public FilterFormatter(JiraTexts texts, ApplicationProperties application) {
        this.texts = texts;
        this.application = application;
    }

    /**
     * The form with what was asked for.
     *
     * @param title key of the page's title
     * @param path below Jira's context path
     * @param item what the page is called in a project's sidebar; empty text for a page of its own
     */
    public FilterView form(String title, String path, String item, GateFilterParser asked, GateFilter filter, java.time.ZoneId zone) {
        Map<String, String> values = asked.values();
        List<FilterFieldView> fields = new ArrayList<>();
        fields.add(field("from", first(filter, zone), "date"));
        fields.add(field("until", last(filter, zone), "date"));
        for (String name : List.of("policy", "gate", "transition")) {
            fields.add(field(name, values.get(name), "text"));
        }
        List<FilterChoicesView> choices = List.of(rules(values.get("rule")), choices("outcome", Outcome.values(), values.get("outcome")),
                choices("source", Source.values(), values.get("source")));
        return new FilterView(texts.text(title), context() + path, item, fields, choices, problems(asked));
    }

    /** The first day of the period, as addresses and inputs have it. */
    String first(GateFilter filter, java.time.ZoneId zone) {
        return filter.from().atZone(zone).toLocalDate().toString();
    }

    /** The last day of the period. */
    String last(GateFilter filter, java.time.ZoneId zone) {
        return filter.until().atZone(zone).toLocalDate().minusDays(1).toString();
    }

    /** What could not be read, in words. */
    public List<String> problems(GateFilterParser asked) {
        return asked.problems().values().stream().map(this::text).toList();
    }

    /** A page of the app that keeps the filter. */
    public LinkView page(String path, String item, GateFilterParser asked, Map<String, String> more, String text, String name) {
        String selected = item.isEmpty() ? "" : "&selectedItem=" + encoded(item);
        return new LinkView(texts.text(text), context() + path + "?" + query(asked, more) + selected, name);
    }

    /** A call of REST that keeps the filter. */
    public LinkView rest(String path, GateFilterParser asked, Map<String, String> more, String text, String name) {
        return new LinkView(texts.text(text), context() + REST + path + "?" + query(asked, more), name);
    }

    /** An outcome as a lozenge. */
    public MarkView outcome(Outcome outcome) {
        return new MarkView(texts.text("decision-gates.jira.audit.outcome." + outcome.name()), switch (outcome) {
            case ERROR, REFUSED -> "removed";
            case WAIVED, ADVISED, EVALUATED -> "moved";
            case PASSED -> "success";
        });
    }

    /** A rule by the name that people know; as it is stored where this version of the app has no such rule. */
    public String rule(String key) {
        return Rules.of(key).map(rule -> texts.text("decision-gates.rule." + rule.key() + ".name")).orElse(key);
    }

    /** Jira's context path, {@code /jira}. */
    public String context() {
        return application.getBaseUrl(UrlMode.RELATIVE);
    }

    private FilterFieldView field(String name, String value, String type) {
        return new FilterFieldView(name, texts.text("decision-gates.jira.audit.filter." + name), value, type);
    }

    /** Every rule by name. */
    private FilterChoicesView rules(String chosen) {
        List<FilterOptionView> options = new ArrayList<>();
        Rules.all().forEach(rule -> options.add(new FilterOptionView(rule.key(), rule(rule.key()), rule.key().equals(chosen))));
        options.sort(Comparator.comparing(FilterOptionView::label));
        options.add(0, new FilterOptionView("", texts.text("decision-gates.jira.audit.filter.any"), chosen.isEmpty()));
        return new FilterChoicesView("rule", texts.text("decision-gates.jira.audit.filter.rule"), options);
    }

    private FilterChoicesView choices(String name, Enum<?>[] words, String chosen) {
        List<FilterOptionView> options = new ArrayList<>();
        options.add(new FilterOptionView("", texts.text("decision-gates.jira.audit.filter.any"), chosen.isEmpty()));
        Arrays.stream(words).forEach(word -> options.add(new FilterOptionView(word.name(),
                texts.text("decision-gates.jira.audit." + name + "." + word.name()), word.name().equalsIgnoreCase(chosen))));
        return new FilterChoicesView(name, texts.text("decision-gates.jira.audit.filter." + name), options);
    }

    private String text(Message message) {
        return texts.text(message.key(), message.arguments().toArray(java.io.Serializable[]::new));
    }

    private static String query(GateFilterParser asked, Map<String, String> more) {
        Map<String, String> all = new java.util.LinkedHashMap<>(asked.values());
        all.putAll(new java.util.TreeMap<>(more));
        return all.entrySet().stream().filter(one -> !one.getValue().isEmpty())
                .map(one -> one.getKey() + "=" + encoded(one.getValue())).collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
