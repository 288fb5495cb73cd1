package org.decisiongates.architecture.offender.store;

public record StrayRow(long id) {
}
