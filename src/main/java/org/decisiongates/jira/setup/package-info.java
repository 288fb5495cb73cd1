/**
 * Makes what the app brings to Jira at the first start: once, under a lock of the cluster, restartable at any point. Nothing that exists
 * is changed or taken over; where a name is taken the app's own thing gets another one.
 */
package org.decisiongates.jira.setup;
