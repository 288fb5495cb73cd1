/** Approvals of an issue, each bound to the content that was approved (docs/decisions/0145, docs/reference/sealed-content.md). */
package org.decisiongates.approval;
