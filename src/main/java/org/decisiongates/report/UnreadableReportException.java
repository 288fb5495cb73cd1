package org.decisiongates.report;

/** A text that is stored is no report, or none of this version of the app. */
public final class UnreadableReportException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    UnreadableReportException(Throwable cause) {
        super("the report cannot be read", cause);
    }
}
