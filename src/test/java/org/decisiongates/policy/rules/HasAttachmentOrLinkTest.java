package org.decisiongates.policy.rules;

import static org.decisiongates.policy.rules.RuleResults.assertSays;
import static org.junit.Assert.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.Test;

import org.decisiongates.issue.DecisionPhase;
import org.decisiongates.issue.IssueAttachment;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.policy.ConfiguredRule;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Rule;
import org.decisiongates.policy.RuleExample;
import org.decisiongates.policy.RuleResult;

public class HasAttachmentOrLinkTest {

    private static final IssueSnapshot ISSUE = IssueSnapshot.EMPTY.attached(file("Survey.PDF", "application/pdf"))
            .attached(file("shot.png", "image/png")).linkedTo(ExampleLinks.related(11, DecisionPhase.DRAFT))
            .linkedTo(ExampleLinks.blockingTask(12)).linkedTo(ExampleLinks.blocking(12, DecisionPhase.DRAFT));

    @Test
    public void countsWhatTheSettingsAskFor() {
        Object[][] table = {{Map.of("minimum", "4"), true}, {Map.of("minimum", "5"), false},
                {Map.of("source", "attachment", "minimum", "2"), true}, {Map.of("source", "attachment", "minimum", "3"), false},
                {Map.of("source", "link", "minimum", "2"), true}, {Map.of("source", "link", "minimum", "2", "direction", "inward"), false},
                {Map.of("source", "link", "minimum", "3"), false},
                {Map.of("source", "link", "minimum", "2", "link-types", ExampleLinks.RELATES), false},
                {Map.of("source", "link", "link-types", ExampleLinks.RELATES + "\n10007"), true},
                {Map.of("source", "attachment", "file-name", "(?i)pdf$"), true},
                {Map.of("source", "attachment", "file-name", "pdf$"), false},
                {Map.of("source", "attachment", "media-type", "^image/"), true},
                {Map.of("source", "attachment", "media-type", "^image/", "file-name", "(?i)pdf$"), false},
                {Map.of("file-name", "nothing", "minimum", "2"), true}};
        for (Object[] row : table) {
            @SuppressWarnings("unchecked")
            Rule rule = ConfiguredRule.of(HasAttachmentOrLink.DEFINITION, (Map<String, String>) row[0], Optional.empty()).rule();
            assertEquals(List.of(row).toString(), row[1] == Boolean.TRUE ? RuleResult.Status.PASSED : RuleResult.Status.FAILED,
                    rule.evaluate(ISSUE, RuleExample.inNoTransition()).status());
        }
    }

    @Test
    public void matchesNoFileWhoseTypeIsUnknown() {
        Rule rule = ConfiguredRule.of(HasAttachmentOrLink.DEFINITION, Map.of("source", "attachment", "media-type", "."), Optional.empty())
                .rule();
        assertSays(rule, IssueSnapshot.EMPTY.attached(file("a", "")),
                Finding.general("decision-gates.rule.has-attachment-or-link.no-attachment", "1", "0"));
    }

    private static IssueAttachment file(String name, String type) {
        return new IssueAttachment(name, type, Optional.empty(), Instant.EPOCH);
    }
}
