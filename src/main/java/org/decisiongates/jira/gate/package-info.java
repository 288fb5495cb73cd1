/**
 * Gates on Jira's transitions: the validator that the workflow engine calls, and the forms by which an administrator puts one into a
 * workflow. See docs/gates.md.
 */
package org.decisiongates.jira.gate;
