package org.decisiongates.review;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import org.decisiongates.issue.ThreadSection;
import org.decisiongates.text.Message;

/**
 * What somebody opens a thread with, unchecked.
 *
 * @param issueId   the host's issue id
 * @param projectId the host's id of the project that the issue is in now
 * @param row       id of the row, in sections that have rows
 * @param current   what the section says now, see {@link SectionText}; empty where the issue has no such section or row
 * @param objective what the thread is to achieve
 * @param text      what is written
 * @param comment   the host's id of the comment it is made of
 * @param faults    what the host says is wrong with it, by member
 */
public record OpenThreadRequest(long issueId, long projectId, ThreadSection section, OptionalLong row, Optional<String> current,
        String objective, String text, OptionalLong comment, Map<String, Message> faults) {
}
