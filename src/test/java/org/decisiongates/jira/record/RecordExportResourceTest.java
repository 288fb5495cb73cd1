package org.decisiongates.jira.record;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.UriInfo;
import org.junit.Test;

import org.decisiongates.jira.Texts;
import org.decisiongates.jira.platform.rest.Responses;

public class RecordExportResourceTest {

    private final RecordExport export = mock(RecordExport.class);
    private final UriInfo address = mock(UriInfo.class);

    @Test
    public void saysWithTheProjectWhereTheFileGoesOn() {
        assertEquals("<?project=SHOP&start=200>; rel=\"next\"", linkOf(Optional.of(200)));
        assertNull(linkOf(Optional.empty()));
    }

    private String linkOf(Optional<Integer> next) {
        when(address.getQueryParameters()).thenReturn(new MultivaluedHashMap<>());
        when(export.page("SHOP", null)).thenReturn(new RecordReplies.Page(201, 0, next, List.of()));
        return new RecordExportResource(export, new Responses(Texts.english())).csv("SHOP", null, address).getHeaderString("Link");
    }
}
