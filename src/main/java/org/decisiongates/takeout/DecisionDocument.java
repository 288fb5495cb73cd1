package org.decisiongates.takeout;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.decisiongates.text.MarkdownText;

/** A Decision as a decision record in Markdown, with the sections of MADR 4 (adr.github.io/madr). */
public final class DecisionDocument {

    private static final String TEXT = "text";
    private static final String REASON = "reason";
    private static final String STATE = "state";

    private final TakenProject project;
    /** Keys of the Decisions that have a document. */
    private final Set<String> documents;
    private final StringBuilder markdown = new StringBuilder(1_000);

    public DecisionDocument(TakenProject project, Set<String> documents) {
        this.project = project;
        this.documents = documents;
    }

    /** The document of one of the project's Decisions. */
    public String of(TakenIssue issue) {
        markdown.setLength(0);
        markdown.append("---\nstatus: ").append(MarkdownText.quoted(issue.phase().map(DecisionDocument::words).orElse(issue.status())))
                .append("\ndate: ").append(issue.updated().atZone(ZoneOffset.UTC).toLocalDate()).append('\n');
        Optional.of(issue.field("owner")).filter(owner -> !owner.isEmpty()).ifPresent(owner -> markdown.append("decision-makers: ")
                .append(MarkdownText.quoted(project.person(owner))).append('\n'));
        markdown.append("---\n\n# ").append(issue.key()).append(": ").append(MarkdownText.line(issue.summary())).append('\n');
        section("## Context and Problem Statement", paragraphs(issue.field("question"), issue.description()));
        section("## Decision Drivers", Stream.concat(Stream.of(issue.field("acceptance-criteria"), issue.field("expected-impact"))
                .filter(text -> !text.isBlank()).map(MarkdownText::paragraphs),
                list(issue.records("criterion").stream().map(this::criterion).toList())).toList());
        List<NumberedValues> options = issue.records("option");
        section("## Considered Options", list(options.stream().map(option -> item(option.value(TEXT), words(option.value(STATE)))).toList())
                .toList());
        section("## Decision Outcome", outcome(issue, options));
        section("### Consequences", Stream.concat(paragraphs(issue.field("trade-offs")).stream(),
                list(issue.records("trade-off").stream().map(cost -> item(cost.value(TEXT), cost.value(REASON))).toList())).toList());
        section("### Confirmation", list(issue.records("evidence").stream().map(proof -> item(proof.value(TEXT), proof.value("reference")))
                .toList()).toList());
        section("### Hypotheses", list(issue.records("hypothesis").stream().map(DecisionDocument::hypothesis).toList()).toList());
        section("## Pros and Cons of the Options", Stream.concat(paragraphs(issue.field("rejected-options")).stream(),
                list(options.stream().filter(option -> !option.value(REASON).isEmpty())
                        .map(option -> item(option.value(TEXT), option.value(REASON))).toList()))
                .toList());
        section("## More Information", Stream.concat(
                Stream.of("[" + issue.key() + "](<" + addressOf(issue.key()) + ">), status " + MarkdownText.line(issue.status()) + "."),
                list(links(issue))).toList());
        section("### Feedback", list(issue.threads().orElse(List.of()).stream().map(this::thread).toList()).toList());
        section("### Approvals", list(issue.approvals().orElse(List.of()).stream().map(this::approval).toList()).toList());
        return markdown.toString();
    }

    private void section(String heading, List<String> paragraphs) {
        if (!paragraphs.isEmpty()) {
            markdown.append('\n').append(heading).append('\n');
            paragraphs.forEach(text -> markdown.append('\n').append(text).append('\n'));
        }
    }

    private static List<String> paragraphs(String... texts) {
        return Stream.of(texts).filter(text -> !text.isBlank()).map(MarkdownText::paragraphs).toList();
    }

    /** Nothing where there is nothing to list. */
    private static Stream<String> list(List<String> items) {
        return items.isEmpty() ? Stream.empty() : Stream.of("* " + String.join("\n* ", items));
    }

    private static String item(String text, String more) {
        return MarkdownText.line(text) + (more.isEmpty() ? "" : " (" + MarkdownText.line(more) + ")");
    }

    private String criterion(NumberedValues row) {
        String target = row.value("target").isEmpty() ? "" : row.value("target") + " " + row.value("unit") + ", ";
        String followUp = row.value("followUp");
        return item(row.value(TEXT), target + words(row.value(STATE))
                + (followUp.isEmpty() ? "" : ", follow-up [" + followUp + "](<" + addressOf(followUp) + ">)"));
    }

    private static String hypothesis(NumberedValues row) {
        String outcome = row.value("outcome");
        return item(row.value(TEXT), row.value("measure") + ", check by " + row.value("checkDate") + ", " + words(row.value(STATE))
                + (outcome.isEmpty() ? "" : ": " + outcome));
    }

    /** As it was said when it was decided; where nobody said it, the options that are recorded as chosen. */
    private static List<String> outcome(TakenIssue issue, List<NumberedValues> options) {
        String said = issue.field("outcome");
        return said.isBlank()
                ? options.stream().filter(option -> option.value(STATE).equals("CHOSEN"))
                        .map(option -> chosen(option.value(TEXT), option.value(REASON))).toList()
                : List.of(chosen(said, issue.field("outcome-reason")));
    }

    private static String chosen(String option, String reason) {
        return "Chosen option: " + clause(option) + (reason.isBlank() ? "." : ", because " + clause(reason) + ".");
    }

    /** Part of a sentence that goes on. */
    private static String clause(String text) {
        return MarkdownText.line(text).replaceFirst("\\.$", "");
    }

    private List<String> links(TakenIssue issue) {
        List<String> links = new ArrayList<>();
        issue.links().forEach(link -> links.add(MarkdownText.line(link.description()) + " [" + link.issue() + "](<"
                + (documents.contains(link.issue()) ? link.issue() + ".md" : addressOf(link.issue())) + ">)"));
        if (issue.hiddenLinks() > 0) {
            links.add("linked issues that whoever took this out may not see: " + issue.hiddenLinks());
        }
        return links;
    }

    private String addressOf(String key) {
        return project.address().replaceAll("[<>\\s]", "") + "/browse/" + key;
    }

    /** What it was to achieve, and what came of it; where it is open, what it began with. */
    private String thread(TakenThread thread) {
        TakenThread.Step said = thread.end().orElseGet(() -> thread.steps().get(0));
        return MarkdownText.line(thread.objective()) + " (" + words(thread.section()).replace('-', ' ') + ", " + words(thread.state())
                + "): "
                + MarkdownText.line(said.text()) + " \u2013 " + MarkdownText.line(project.person(said.actor()));
    }

    /** Who said what of which requirements, for whom and when, whether with their password, and what was written. */
    private String approval(TakenApproval step) {
        String who = project.person(step.actor())
                + step.onBehalfOf().map(approver -> " on behalf of " + project.person(approver)).orElse("");
        String about = step.requirements().isEmpty() ? "" : " (" + String.join(", ", step.requirements()) + ")";
        return step.at().atZone(ZoneOffset.UTC).toLocalDate() + ", " + MarkdownText.line(who) + ": "
                + MarkdownText.line(words(step.kind()) + about) + (step.reauthenticated().orElse(false) ? ", password confirmed" : "")
                + (step.comment().isEmpty() ? "" : " \u2013 " + MarkdownText.line(step.comment()));
    }

    private static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
