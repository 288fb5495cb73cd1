/** What every REST resource shares: access, errors, JSON, protection against forgery. See docs/guide/rest.md. */
package org.decisiongates.jira.platform.rest;
