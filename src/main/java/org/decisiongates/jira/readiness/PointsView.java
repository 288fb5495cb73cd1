package org.decisiongates.jira.readiness;

/**
 * What one rule is worth.
 *
 * @param worth  how many points, in words
 * @param mark   whether the issue has them, in words
 * @param style  style of a lozenge
 */
public record PointsView(String name, String worth, String mark, String style) {
}
