package org.decisiongates.architecture.offender.jira;

record StrayValidator(String name) {
}
