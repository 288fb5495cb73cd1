/** The tables of approvals, and of what was approved. */
package org.decisiongates.store.approval;
