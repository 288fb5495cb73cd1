package org.decisiongates.architecture.offender.journal;

import org.decisiongates.architecture.offender.gate.CycleThere;

public record CycleBack(CycleThere there) {
}
