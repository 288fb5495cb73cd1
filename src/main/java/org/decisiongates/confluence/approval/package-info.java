/**
 * The macro <em>Decision approvals</em>: {@link org.decisiongates.confluence.approval.DecisionApprovalsMacro} asks Jira as the reader of
 * the page who approved what, and shows the answer, or says why there is none. See docs/guide/approvals.md.
 */
package org.decisiongates.confluence.approval;
