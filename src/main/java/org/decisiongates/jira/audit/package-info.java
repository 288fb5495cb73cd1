/** The journal of gates as evidence: sealing it, verifying it, reading and exporting it, and erasing a person (docs/guide/audit.md). */
package org.decisiongates.jira.audit;
