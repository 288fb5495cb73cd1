/** What a fresh Jira is filled with: people and projects of the sample, and exports of real Jira. */
package org.decisiongates.sandbox.jira.data;
