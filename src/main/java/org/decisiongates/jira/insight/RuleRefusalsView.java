package org.decisiongates.jira.insight;

import java.util.List;

import org.decisiongates.page.view.LinkView;

/**
 * A rule that refused.
 *
 * @param untilPassed how long until the same gate let the same issue through
 * @param links       to the entries; none for those who may not read them
 */
public record RuleRefusalsView(String rule, String refused, String passedLater, String untilPassed, List<LinkView> links) {
}
