package org.decisiongates.architecture.offender.jira;

record AoStray(String name) {
}
