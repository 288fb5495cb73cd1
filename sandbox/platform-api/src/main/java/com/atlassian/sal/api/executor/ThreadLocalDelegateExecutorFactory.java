package com.atlassian.sal.api.executor;

public interface ThreadLocalDelegateExecutorFactory {
    Runnable createRunnable(Runnable delegate);
}
