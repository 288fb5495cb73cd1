/**
 * The journal of gates as evidence: chains of seals over its entries, their verification, and the erasure of a person
 * (docs/guide/audit.md).
 */
package org.decisiongates.audit;
