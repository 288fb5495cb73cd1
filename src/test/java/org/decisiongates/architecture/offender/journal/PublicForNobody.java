package org.decisiongates.architecture.offender.journal;

public record PublicForNobody(String name) {
}
