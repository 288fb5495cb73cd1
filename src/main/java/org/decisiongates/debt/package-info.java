/** Gate debt: rules of the gate before an issue's present phase that fail now. See docs/guide/gate-debt.md. */
package org.decisiongates.debt;
