package org.decisiongates.policy.rules;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.decisiongates.issue.DecisionPhase;
import org.decisiongates.issue.IssueAttachment;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.issue.IssueView;
import org.decisiongates.issue.LinkedIssue;
import org.decisiongates.policy.EvaluationContext;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Rule;
import org.decisiongates.policy.RuleDefinition;
import org.decisiongates.policy.RuleDefinition.Need;
import org.decisiongates.policy.RuleExample;
import org.decisiongates.policy.RuleResult;
import org.decisiongates.policy.Setting;
import org.decisiongates.policy.TextPattern;

/**
 * Fails while an issue has too few files or links that show something. Files that are being attached at the transition are not counted:
 * nobody can read them yet.
 *
 * @param source    what counts
 * @param minimum   how many there are at least
 * @param fileName  what the name of a file has to match
 * @param mediaType what the media type of a file has to match
 * @param links     which links count
 */
public record HasAttachmentOrLink(Source source, int minimum, Optional<TextPattern> fileName, Optional<TextPattern> mediaType,
        LinkSelection links) implements Rule {

    /** What counts as evidence. */
    enum Source {
        EITHER, ATTACHMENT, LINK
    }

    /** What an administrator can set. */
    public static final RuleDefinition DEFINITION = new RuleDefinition("has-attachment-or-link",
            List.of(Setting.choice("source", "either", "attachment", "link"), Setting.number("minimum", 1, 1, 50),
                    Setting.optional("file-name", Setting.Type.PATTERN), Setting.optional("media-type", Setting.Type.PATTERN),
                    LinkSelection.typesSetting(), LinkSelection.directionSetting()),
            Set.of(Need.LINKS),
            List.of(RuleExample.passes("a file is attached", IssueSnapshot.EMPTY.attached(file("survey.pdf", "application/pdf"))),
                    RuleExample.passes("another issue is linked",
                            IssueSnapshot.EMPTY.linkedTo(ExampleLinks.related(11, DecisionPhase.DRAFT))),
                    RuleExample.passes("an issue is linked that the actor may not see",
                            IssueSnapshot.EMPTY.linkedTo(ExampleLinks.relatedHidden(11, DecisionPhase.DRAFT))),
                    RuleExample.passes("the file has the name and the type that are asked for",
                            IssueSnapshot.EMPTY.attached(file("survey.pdf", "application/pdf")))
                            .with(Map.of("source", "attachment", "file-name", "(?i)\\.pdf$", "media-type", "^application/pdf$")),
                    RuleExample.fails("there is neither", IssueSnapshot.EMPTY, "decision-gates.rule.has-attachment-or-link.missing"),
                    RuleExample.fails("a file has another name than is asked for",
                            IssueSnapshot.EMPTY.attached(file("notes.txt", "text/plain")),
                            "decision-gates.rule.has-attachment-or-link.no-attachment")
                            .with(Map.of("source", "attachment", "file-name", "(?i)\\.pdf$")),
                    RuleExample
                            .fails("the issue is linked by another type",
                                    IssueSnapshot.EMPTY.linkedTo(ExampleLinks.related(11, DecisionPhase.DRAFT)),
                                    "decision-gates.rule.has-attachment-or-link.no-link")
                            .with(Map.of("source", "link", "link-types", "10000"))),
            settings -> new HasAttachmentOrLink(Source.valueOf(settings.text("source").toUpperCase(Locale.ROOT)),
                    settings.number("minimum"),
                    settings.optionalPattern("file-name"), settings.optionalPattern("media-type"),
                    LinkSelection.of(settings)));

    @Override
    public RuleResult evaluate(IssueView issue, EvaluationContext context) {
        long found = source == Source.LINK ? 0 : issue.attachments().stream().filter(this::counts).count();
        // links cost a search for what may be seen: not asked for where files are enough
        if (found < minimum && source != Source.ATTACHMENT) {
            found += LinkedIssue.distinct(issue.links().stream().filter(links::includes).toList()).size();
        }
        if (found >= minimum) {
            return RuleResult.passed();
        }
        String finding = switch (source) {
            case EITHER -> "decision-gates.rule.has-attachment-or-link.missing";
            case ATTACHMENT -> "decision-gates.rule.has-attachment-or-link.no-attachment";
            case LINK -> "decision-gates.rule.has-attachment-or-link.no-link";
        };
        return RuleResult.failed(Finding.general(finding, Integer.toString(minimum), Long.toString(found)));
    }

    private boolean counts(IssueAttachment file) {
        return fileName.filter(pattern -> !pattern.isFoundIn(file.name())).isEmpty()
                && mediaType.filter(pattern -> !pattern.isFoundIn(file.type())).isEmpty();
    }

    private static IssueAttachment file(String name, String type) {
        return new IssueAttachment(name, type, Optional.of("ann"), Instant.parse("2026-11-17T12:00:00Z"));
    }
}
