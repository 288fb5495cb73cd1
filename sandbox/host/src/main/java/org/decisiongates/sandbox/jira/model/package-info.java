/**
 * Jira's state and behaviour as far as the app and its pages need it: plain Java over one database, no node-local truth, so that a
 * second node may be started on the same database. See docs/architecture.md.
 */
package org.decisiongates.sandbox.jira.model;
