/** Tells the other nodes of the cluster that what they keep in memory is no longer so. */
package org.decisiongates.jira.platform.cluster;
