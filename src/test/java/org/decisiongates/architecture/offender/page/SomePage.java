package org.decisiongates.architecture.offender.page;

public record SomePage() {
}
