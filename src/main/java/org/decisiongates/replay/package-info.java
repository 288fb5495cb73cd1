/** Asks gates of the past: what a version of a policy would have said of issues as they were then. Plain Java. See docs/guide/replay.md. */
package org.decisiongates.replay;
