/** Creates what the app brings to Jira, once in the life of an installation, and checks the host. See docs/guide/install.md. */
package org.decisiongates.jira.setup;
