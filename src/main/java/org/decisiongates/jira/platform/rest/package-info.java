/** Access, errors, JSON and protection against forgery for all REST resources. See docs/guide/rest.md. */
package org.decisiongates.jira.platform.rest;
