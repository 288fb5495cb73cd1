/** Creates the app's issue types, fields, statuses, screens and workflows, once per installation. See docs/guide/install.md. */
package org.decisiongates.jira.setup;
