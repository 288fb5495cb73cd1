package org.decisiongates.sandbox.host;

import java.util.Optional;
import java.util.concurrent.Callable;

/** Who is acting on this thread. */
public final class CurrentUser {

    private final ThreadLocal<String> key = new ThreadLocal<>();

    CurrentUser() {
    }

    /** The acting user's key; empty for anonymous. */
    public Optional<String> key() {
        return Optional.ofNullable(key.get());
    }

    /** Acts as somebody else, or as nobody ({@code null}), for the length of the work. Checked exceptions come out as they are. */
    public <T> T as(String userKey, Callable<T> work) {
        String before = key.get();
        set(userKey);
        try {
            return work.call();
        } catch (Exception e) {
            throw CurrentUser.<RuntimeException>unchanged(e);
        } finally {
            set(before);
        }
    }

    /** From now on this thread acts as this one; null for nobody. What began by {@link #as} ends with whoever it was before. */
    public void become(String userKey) {
        set(userKey);
    }

    private void set(String userKey) {
        if (userKey == null) {
            key.remove();
        } else {
            key.set(userKey);
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Exception> E unchanged(Exception e) throws E {
        throw (E) e;
    }
}
