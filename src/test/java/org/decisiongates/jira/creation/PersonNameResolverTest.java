package org.decisiongates.jira.creation;

import static org.junit.Assert.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.atlassian.jira.bc.user.search.UserSearchService;
import com.atlassian.jira.permission.GlobalPermissionKey;
import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.jira.Texts;

public class PersonNameResolverTest {

    private enum Input implements CreationInput {
        OWNER;

        @Override
        public String key() {
            return "owner";
        }
    }

    private final UserManager users = mock(UserManager.class);
    private final UserSearchService search = mock(UserSearchService.class);
    private final GlobalPermissionManager permissions = mock(GlobalPermissionManager.class);
    private final ApplicationUser caller = mock(ApplicationUser.class);
    private final PersonNameResolver inputs = new PersonNameResolver(users, search, permissions, Texts.english());
    private final Map<CreationInput, String> faults = new HashMap<>();
    private final ApplicationUser maya = person("mbrandt", "Maya Brandt");
    private final ApplicationUser tom = person("xmaya", "Tom Hall");
    private final ApplicationUser other = person("mlind", "Maya Lind");

    @Before
    public void somebodyWhoMayBrowsePeople() {
        when(permissions.hasPermission(GlobalPermissionKey.USER_PICKER, caller)).thenReturn(true);
        when(search.findUsers(anyString(), any())).thenReturn(List.of(maya, tom));
    }

    @Test
    public void takesAPartOfANameForTheOnlyPersonWhomItFits() {
        for (String typed : List.of("Maya", "brandt", "maya b")) {
            assertEquals(typed, "mbrandt", completed(typed));
        }
        assertEquals(Map.of(), faults);
    }

    @Test
    public void namesThoseWhomItFitsWhereTheyAreSeveral() {
        when(search.findUsers(anyString(), any())).thenReturn(List.of(maya, other));
        assertEquals("Maya", completed("Maya"));
        assertEquals(
                "\u201CMaya\u201D fits more than one person: Maya Brandt (mbrandt), Maya Lind (mlind). Enter the user name of one of them.",
                faults.get(Input.OWNER));
    }

    @Test
    public void leavesAUserNameAndWhatFitsNobody() {
        when(users.getUserByName("Maya")).thenReturn(other);
        assertEquals("Maya", completed("Maya"));
        assertEquals("Nora", completed("Nora"));
        assertEquals("", completed(""));
        assertEquals(Map.of(), faults);
    }

    @Test
    public void guessesNothingWhereThereMayBeMoreThanWereFound() {
        when(search.findUsers(anyString(), any())).thenReturn(Collections.nCopies(20, maya));
        assertEquals("Maya", completed("Maya"));
    }

    @Test
    public void tellsNobodyOfPeopleWhomTheyMayNotBrowse() {
        when(permissions.hasPermission(GlobalPermissionKey.USER_PICKER, caller)).thenReturn(false);
        assertEquals("Maya", completed("Maya"));
        verify(search, never()).findUsers(any(), any());
    }

    private String completed(String typed) {
        return inputs.completed(new CreationFormValues(Map.of(Input.OWNER, typed)), List.of(Input.OWNER), caller, faults).text(Input.OWNER);
    }

    private static ApplicationUser person(String name, String display) {
        ApplicationUser person = mock(ApplicationUser.class);
        when(person.getUsername()).thenReturn(name);
        when(person.getDisplayName()).thenReturn(display);
        return person;
    }
}
