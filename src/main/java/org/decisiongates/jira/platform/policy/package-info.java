/** The policies in force, in the memory of each node. See docs/decisions/0066-keep-policies-in-the-memory-of-each-node.md. */
package org.decisiongates.jira.platform.policy;
