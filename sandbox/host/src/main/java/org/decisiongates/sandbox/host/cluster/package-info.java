/** What nodes share: locks and jobs in the database, and the node's own caches. */
package org.decisiongates.sandbox.host.cluster;
