package org.decisiongates.architecture.offender.nowhere;

/** A package that no layer was given. */
final class LiesInNoLayer {

    private LiesInNoLayer() {
    }
}
