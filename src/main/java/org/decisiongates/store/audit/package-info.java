/** Tables of seals over the journal of gates, and of erasures (docs/guide/audit.md). */
package org.decisiongates.store.audit;
