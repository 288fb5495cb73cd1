package org.decisiongates.policy.rules;

import static org.decisiongates.policy.rules.RuleResults.assertSays;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.Test;

import org.decisiongates.issue.Field;
import org.decisiongates.issue.IssueSnapshot;
import org.decisiongates.policy.ConfiguredRule;
import org.decisiongates.policy.Finding;
import org.decisiongates.policy.Rule;
import org.decisiongates.policy.RuleExample;

public class DateInRangeTest {

    @Test
    public void isOpenWhereNoDayIsSet() {
        Rule since = new DateInRange(Field.DUE_DATE, Optional.of(RuleExample.TODAY), Optional.empty());
        Rule until = new DateInRange(Field.DUE_DATE, Optional.empty(), Optional.of(RuleExample.TODAY));
        assertSays(since, IssueSnapshot.EMPTY.with(Field.DUE_DATE, LocalDate.MAX));
        assertSays(until, IssueSnapshot.EMPTY.with(Field.DUE_DATE, LocalDate.MIN));
        assertSays(until, IssueSnapshot.EMPTY.with(Field.DUE_DATE, RuleExample.TODAY.plusDays(1)),
                Finding.on(Field.DUE_DATE, "decision-gates.rule.date-in-range.too-late", LocalDate.parse("2026-11-18"),
                        LocalDate.parse("2026-11-19")));
    }

    @Test
    public void cannotRunWithARangeOfEveryDayOrOfNone() {
        for (Map<String, String> settings : List.of(Map.<String, String>of(), Map.of("earliest", "2026-12-02", "latest", "2026-12-01"),
                Map.of("earliest", "tomorrow"))) {
            assertFalse(settings.toString(), ConfiguredRule.of(DateInRange.DEFINITION, settings, Optional.empty()).isSound());
        }
        assertTrue(ConfiguredRule.of(DateInRange.DEFINITION, Map.of("earliest", "2026-12-01", "latest", "2026-12-01"), Optional.empty())
                .isSound());
    }
}
