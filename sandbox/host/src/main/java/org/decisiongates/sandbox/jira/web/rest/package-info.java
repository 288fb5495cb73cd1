/**
 * Jira's documented REST below {@code /rest/api/2} and {@code /rest/auth/1}, as far as the app, its tests and public clients call it:
 * JSON in and out, refusals as {@code {"errorMessages": [...], "errors": {"field": "..."}}}.
 */
package org.decisiongates.sandbox.jira.web.rest;
