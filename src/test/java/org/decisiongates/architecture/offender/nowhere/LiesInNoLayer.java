package org.decisiongates.architecture.offender.approval;

/** A package that no layer was given. */
final class LiesInNoLayer {

    private LiesInNoLayer() {
    }
}
