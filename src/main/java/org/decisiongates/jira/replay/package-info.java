/** Replays versions of policies over what Jira's history and the journal of gates have of issues. See docs/guide/replay.md. */
package org.decisiongates.jira.replay;
