package org.decisiongates.jira;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.UriInfo;

/** Addresses of calls as JAX-RS hands them to a resource. */
public final class Addresses {

    private Addresses() {
    }

    /** One with these parameters, each with a value. */
    public static UriInfo with(String... parameters) {
        MultivaluedHashMap<String, String> given = new MultivaluedHashMap<>();
        for (String parameter : parameters) {
            given.add(parameter, "1");
        }
        UriInfo address = mock(UriInfo.class, withSettings().stubOnly());
        when(address.getQueryParameters()).thenReturn(given);
        return address;
    }
}
