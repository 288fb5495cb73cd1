package org.decisiongates.issue;

import java.util.Objects;
import java.util.Optional;

/**
 * How something is expected to go, how it may fail, or how one recovers from that.
 *
 * @param path  which of them
 * @param text  what happens then
 * @param owner user key of who answers for it
 */
public record ExceptionState(Path path, String text, Optional<String> owner) implements IssueRecord {

    /** The three states that are to be documented. Stored by name. */
    public enum Path { EXPECTED, FAILURE, RECOVERY }

    public ExceptionState {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(owner, "owner");
    }

    @Override
    public Kind kind() {
        return Kind.EXCEPTION_STATE;
    }
}
