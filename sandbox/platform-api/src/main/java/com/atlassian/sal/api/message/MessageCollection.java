package com.atlassian.sal.api.message;

public interface MessageCollection {
}
