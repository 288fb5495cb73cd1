/** The tables of approvals, of what was approved, and of who stands in for whom. */
package org.decisiongates.store.approval;
