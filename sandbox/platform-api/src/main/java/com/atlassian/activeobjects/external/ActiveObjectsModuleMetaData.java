package com.atlassian.activeobjects.external;

import com.atlassian.activeobjects.spi.DatabaseType;

public interface ActiveObjectsModuleMetaData {
    boolean isInitialized();
    DatabaseType getDatabaseType();
}
