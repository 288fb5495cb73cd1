/** Waivers of an issue: REST. See docs/guide/waivers.md. */
package org.decisiongates.jira.waiver;
