package org.decisiongates.architecture.offender.jira;

import org.decisiongates.architecture.offender.store.StrayRow;

record TakesARow(StrayRow row) {
}
