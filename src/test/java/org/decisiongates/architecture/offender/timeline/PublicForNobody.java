package org.decisiongates.architecture.offender.timeline;

public record PublicForNobody(String name) {
}
