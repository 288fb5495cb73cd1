package org.decisiongates.architecture.offender.gate;

import org.decisiongates.architecture.offender.journal.CycleBack;

public record CycleThere(CycleBack back) {
}
