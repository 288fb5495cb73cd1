/** Gate debt: found when issues change and by a nightly sweep; REST. See docs/guide/gate-debt.md. */
package org.decisiongates.jira.debt;
