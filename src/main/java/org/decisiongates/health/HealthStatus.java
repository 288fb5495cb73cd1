package org.decisiongates.health;

/** How bad something is, the worst last. Sent by name, in lower case. */
public enum HealthStatus {
    /** All is well. */
    OK,
    /** It works, and somebody should look at it. */
    WARNING,
    /** Something does not work. */
    ERROR
}
