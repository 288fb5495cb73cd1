package com.atlassian.util.profiling;

/** A running timer of the profiling library; here it times nothing. */
public interface Ticker extends AutoCloseable {
    @Override
    void close();
}
