/** The tables of approvals, of what was approved, of who stands in for whom, and of what to look at for a reader. */
package org.decisiongates.store.approval;
