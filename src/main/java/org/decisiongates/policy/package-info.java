/** What has to be true before an issue may move on: gates, the rules in them, and what an evaluation finds. Plain Java. See docs/gates.md. */
package org.decisiongates.policy;
