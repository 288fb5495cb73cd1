package org.decisiongates.architecture.offender.impact;

public record SomeLine(String name) {
}
