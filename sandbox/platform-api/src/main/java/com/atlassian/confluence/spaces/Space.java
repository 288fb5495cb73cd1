package com.atlassian.confluence.spaces;

import org.decisiongates.sandbox.platform.StandIn;

public class Space {
    public Space() {
    }

    public String getKey() {
        throw StandIn.unsupported("Space#getKey");
    }

    public String getName() {
        throw StandIn.unsupported("Space#getName");
    }
}
