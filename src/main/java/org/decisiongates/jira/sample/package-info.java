/** Creates a sample Decision and a sample Blocker in a project that was just enabled. See docs/guide/install.md. */
package org.decisiongates.jira.sample;
