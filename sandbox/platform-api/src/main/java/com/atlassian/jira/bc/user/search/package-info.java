/** Stand-ins for the host's package of this name: signatures only, the evidence for each in SOURCES.md. */
package com.atlassian.jira.bc.user.search;
