package org.decisiongates.jira.platform.health;

import java.time.Instant;

/**
 * How often something went wrong in one way.
 *
 * @param where  which part of the app noticed it
 * @param thrown name of the class of what was thrown
 * @param place  class and line of the app; empty text for none
 * @param times  how often
 * @param last   when last
 */
public record ErrorCount(String where, String thrown, String place, long times, Instant last) {
}
