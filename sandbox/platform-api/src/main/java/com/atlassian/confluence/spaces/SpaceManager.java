package com.atlassian.confluence.spaces;

public interface SpaceManager {
}
