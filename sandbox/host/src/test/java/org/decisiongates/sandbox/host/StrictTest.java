package org.decisiongates.sandbox.host;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;

import com.atlassian.sal.api.user.UserKey;
import com.atlassian.sal.api.user.UserManager;
import org.junit.Test;

/** Stand-ins that know a part of their interface. */
@SuppressWarnings("unused")
public class StrictTest {

    @Test
    public void namesInterfaceAndMethodOfWhatNobodyTaughtIt() {
        UserManager users = Strict.of(UserManager.class, new Object() {
            public boolean isSystemAdmin(UserKey key) {
                return true;
            }
        });
        assertTrue(users.isSystemAdmin(new UserKey("x")));
        NotInSandbox e = assertThrows(NotInSandbox.class, () -> users.isAdmin(new UserKey("x")));
        assertTrue(e.getMessage(),
                e.getMessage().contains("com.atlassian.sal.api.user.UserManager#isAdmin(com.atlassian.sal.api.user.UserKey)"));
    }

    @Test
    public void refusesAStandInWithoutAMethodOfItsInterface() {
        Object mistaken = new Object() {
            public boolean isAdmin(String name) {
                return true;
            }
        };
        assertEquals(List.of(refusal(mistaken, "[isAdmin]"), refusal(new Object(), "[]")),
                List.of(refusal(mistaken), refusal(new Object())));
    }

    @Test
    public void refusesAStandInWithOneMethodThatNobodyCanCall() {
        Object mistaken = new Object() {
            public boolean isAdmin(UserKey key) {
                return true;
            }

            public boolean isSystemAdmin(String name) {
                return true;
            }
        };
        assertEquals(refusal(mistaken, "[isSystemAdmin]"), refusal(mistaken));
    }

    @Test
    public void leavesAStandInItsOwnMethods() {
        record Taught(String name) implements AutoCloseable {
            public boolean isAdmin(UserKey key) {
                return name.equals(key.getStringValue());
            }

            @Override
            public void close() {
                // it holds nothing
            }
        }
        assertTrue(Strict.of(UserManager.class, new Taught("admin")).isAdmin(new UserKey("admin")));
    }

    private static String refusal(Object partial) {
        return assertThrows(IllegalArgumentException.class, () -> Strict.of(UserManager.class, partial)).getMessage();
    }

    private static String refusal(Object partial, String methods) {
        return "com.atlassian.sal.api.user.UserManager has no such methods as " + partial.getClass().getName() + ": " + methods;
    }

    @Test
    public void letsExceptionsOfAStandInThroughAsTheyAre() {
        Callable<?> strict = Strict.of(Callable.class, new Object() {
            public Object call() throws IOException {
                throw new IOException("as it is");
            }
        });
        assertEquals("as it is", assertThrows(IOException.class, strict::call).getMessage());
    }
}
