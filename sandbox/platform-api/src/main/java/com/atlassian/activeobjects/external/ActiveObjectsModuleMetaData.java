package com.atlassian.activeobjects.external;

public interface ActiveObjectsModuleMetaData {
}
