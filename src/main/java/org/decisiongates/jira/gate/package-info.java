/** Gates on transitions: the validator that the workflow engine calls, and its settings in the workflow editor. See docs/gates.md. */
package org.decisiongates.jira.gate;
