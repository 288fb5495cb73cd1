package org.decisiongates.confluence.approval;

/**
 * What an approver said last.
 *
 * @param who      the approver, or who stood in for whom
 * @param what     what they said, in words
 * @param standing whether it counts, in words
 * @param style    style of the mark of that, empty text for the plain one
 * @param changed  what of the issue says something else by now, as a sentence; empty text for nothing
 */
public record GivenVerdictView(String who, String what, String at, String standing, String style, String changed) {
}
