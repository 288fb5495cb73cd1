package org.decisiongates.jira.project;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.mockito.Mockito.mock;

import com.atlassian.jira.config.ConstantsManager;
import com.atlassian.jira.issue.fields.screen.FieldScreenSchemeManager;
import com.atlassian.jira.issue.fields.screen.issuetype.IssueTypeScreenSchemeEntity;
import com.atlassian.jira.issue.fields.screen.issuetype.IssueTypeScreenSchemeEntityImpl;
import com.atlassian.jira.issue.fields.screen.issuetype.IssueTypeScreenSchemeManager;
import org.junit.Test;
import org.ofbiz.core.entity.GenericValue;

public class ScreenSchemeEntriesTest {

    private final IssueTypeScreenSchemeManager schemes = mock(IssueTypeScreenSchemeManager.class);
    private final FieldScreenSchemeManager screenSchemes = mock(FieldScreenSchemeManager.class);
    private final ConstantsManager constants = mock(ConstantsManager.class);

    @Test
    public void choosesTheConstructorByItsTypesAndNotByItsPlace() {
        ManyWays made = (ManyWays) entries(ManyWays.class).make();
        assertSame(schemes, made.schemes);
        assertSame(screenSchemes, made.screenSchemes);
        assertSame(constants, made.constants);
    }

    @Test
    public void passesNoRowWhereTheOldShapeIsTheOnlyOne() {
        OldWay made = (OldWay) entries(OldWay.class).make();
        assertEquals(null, made.row);
        assertSame(schemes, made.schemes);
        assertSame(screenSchemes, made.screenSchemes);
        assertSame(constants, made.constants);
    }

    @Test
    public void saysWhichConstructorsThereAreWhenItKnowsNone() {
        IllegalStateException thrown = assertThrows(IllegalStateException.class, () -> entries(NoWay.class).make());
        assertTrue(thrown.getMessage(), thrown.getMessage().contains("NoWay(java.lang.String)"));
    }

    private ScreenSchemeEntries entries(Class<? extends IssueTypeScreenSchemeEntity> type) {
        return new ScreenSchemeEntries(type, schemes, screenSchemes, constants);
    }

    /** Constructors that a Jira could have beside the one that is meant. */
    public static class ManyWays extends IssueTypeScreenSchemeEntityImpl {

        private final IssueTypeScreenSchemeManager schemes;
        private final FieldScreenSchemeManager screenSchemes;
        private final ConstantsManager constants;

        public ManyWays() {
            this((IssueTypeScreenSchemeManager) null, null, null);
            throw new AssertionError("the wrong constructor");
        }

        public ManyWays(IssueTypeScreenSchemeManager schemes) {
            this(schemes, null, null);
            throw new AssertionError("the wrong constructor");
        }

        public ManyWays(IssueTypeScreenSchemeManager schemes, GenericValue row, FieldScreenSchemeManager screenSchemes,
                ConstantsManager constants) {
            this(schemes, screenSchemes, constants);
            throw new AssertionError("the wrong constructor");
        }

        public ManyWays(FieldScreenSchemeManager screenSchemes, IssueTypeScreenSchemeManager schemes, ConstantsManager constants) {
            this(schemes, screenSchemes, constants);
            throw new AssertionError("the wrong constructor");
        }

        public ManyWays(IssueTypeScreenSchemeManager schemes, FieldScreenSchemeManager screenSchemes, ConstantsManager constants) {
            super(schemes, screenSchemes, constants);
            this.schemes = schemes;
            this.screenSchemes = screenSchemes;
            this.constants = constants;
        }
    }

    /** As older versions were. */
    public static class OldWay extends ManyWays {

        private final Object row;
        private final IssueTypeScreenSchemeManager schemes;
        private final FieldScreenSchemeManager screenSchemes;
        private final ConstantsManager constants;

        public OldWay(IssueTypeScreenSchemeManager schemes, GenericValue row, FieldScreenSchemeManager screenSchemes,
                ConstantsManager constants) {
            super(schemes, screenSchemes, constants);
            this.row = row;
            this.schemes = schemes;
            this.screenSchemes = screenSchemes;
            this.constants = constants;
        }
    }

    /** As nobody has seen one. */
    public static class NoWay extends ManyWays {

        public NoWay(String name) {
            super((IssueTypeScreenSchemeManager) null, null, null);
        }
    }
}
