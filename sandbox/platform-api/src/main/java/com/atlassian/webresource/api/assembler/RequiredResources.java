package com.atlassian.webresource.api.assembler;

public interface RequiredResources {
    RequiredResources requireContext(String contextName);
    RequiredResources requireWebResource(String moduleKey);
}
