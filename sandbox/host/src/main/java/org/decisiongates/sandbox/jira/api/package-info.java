/** Jira's Java API for apps over the model: values, managers and services, as far as apps here call them. */
package org.decisiongates.sandbox.jira.api;
