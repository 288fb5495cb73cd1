package org.decisiongates.metric;

import org.decisiongates.issue.ImpactLine;

/**
 * What one impact line of one open issue adds to what customers are expected to feel.
 *
 * @param lineId the line's id, unique among all issues
 */
public record Contribution(long issueId, String issueKey, String lineId, ImpactLine line) {
}
