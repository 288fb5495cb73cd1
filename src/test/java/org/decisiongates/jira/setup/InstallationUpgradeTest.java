package org.decisiongates.jira.setup;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import com.atlassian.beehive.ClusterLock;
import com.atlassian.beehive.ClusterLockService;
import com.atlassian.jira.issue.fields.screen.FieldScreen;
import com.atlassian.jira.issue.fields.screen.FieldScreenManager;
import com.atlassian.jira.issue.fields.screen.FieldScreenTab;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import org.junit.Before;
import org.junit.Test;

import org.decisiongates.fixture.TestTime;
import org.decisiongates.issue.OwnField;
import org.decisiongates.issue.SealedSection;
import org.decisiongates.jira.platform.audit.AuditLog;
import org.decisiongates.jira.platform.audit.ConfigurationChange;
import org.decisiongates.jira.platform.fields.OwnFields;
import org.decisiongates.jira.platform.issuetype.IssueTypeFixture;
import org.decisiongates.jira.platform.issuetype.OwnScreen;
import org.decisiongates.jira.platform.issuetype.SetupRegistry;
import org.decisiongates.policy.ApprovalQuorum;
import org.decisiongates.policy.ApprovalRequirement;
import org.decisiongates.policy.ApprovalTerms;
import org.decisiongates.policy.ApproverSources;
import org.decisiongates.policy.Policies;
import org.decisiongates.policy.PoliciesInForce;
import org.decisiongates.policy.Policy;
import org.decisiongates.policy.PolicyGate;
import org.decisiongates.policy.PolicyRevision;
import org.decisiongates.policy.PolicyVersion;
import org.decisiongates.policy.Scope;
import org.decisiongates.policy.ShippedPolicies;
import org.decisiongates.policy.StalePolicyException;
import org.decisiongates.policy.When;
import org.decisiongates.text.Message;

/** What the upgrade adds, and what it takes back when somebody else was there meanwhile. */
public class InstallationUpgradeTest {

    private static final String REASON = "customfield_10100";
    private static final String RESOLUTION = "resolution";
    private static final ApprovalTerms APPROVALS = new ApprovalTerms(List.of(new ApprovalRequirement("legal", "Legal", 1,
            new ApproverSources(List.of(), List.of("lawyers"), List.of(), List.of()), ApprovalQuorum.people(1), When.ALWAYS,
            Set.of(SealedSection.QUESTION), false)), true, 0);

    private final Map<String, Object> stored = new HashMap<>();
    private final Set<String> onTheScreen = new TreeSet<>(Set.of(RESOLUTION));
    private final PoliciesInMemory policies = new PoliciesInMemory();
    private final List<ConfigurationChange> audited = new ArrayList<>();
    private final ShippedWorkflowUpgrade workflows = mock(ShippedWorkflowUpgrade.class);
    private final AuditLog log = mock(AuditLog.class);
    private InstallationUpgradeRecord record;
    private InstallationUpgrade upgrade;
    private Policy shipped;

    @Before
    public void anEarlierVersionHadOneGateLess() {
        PluginSettingsFactory settings = settings();
        SetupRegistry registry = IssueTypeFixture.memory(settings);
        registry.remember(OwnScreen.DECISION_REJECT.thing(), "1");
        registry.remember(OwnFields.thing(OwnField.REASON), REASON);
        FieldScreen screen = screen();
        FieldScreenManager screens = mock(FieldScreenManager.class);
        when(screens.getFieldScreen(1L)).thenReturn(screen);
        ScreenSteps steps = new ScreenSteps(screens, IssueTypeFixture.ownFields(settings), registry);
        record = new InstallationUpgradeRecord(settings);
        ApplicationUser admin = mock(ApplicationUser.class);
        when(admin.getKey()).thenReturn("admin");
        JiraAuthenticationContext authentication = mock(JiraAuthenticationContext.class);
        when(authentication.getLoggedInUser()).thenReturn(admin);
        doAnswer(call -> audited.add(call.getArgument(0))).when(log).record(any());
        ClusterLock lock = mock(ClusterLock.class);
        when(lock.tryLock()).thenReturn(true);
        ClusterLockService locks = mock(ClusterLockService.class);
        when(locks.getLockForName(anyString())).thenReturn(lock);
        upgrade = new InstallationUpgrade(mock(Setup.class), new ScreenUpgrade(steps, record, log),
                new ShippedPolicyUpgrade(policies, record, log, authentication, TestTime.CLOCK), workflows, locks);
        shipped = ShippedPolicies.all().stream().filter(policy -> policy.key().equals("decision")).findFirst().orElseThrow();
        policies.store(without(last(), 1));
    }

    @Test
    public void fieldsStayAsLongAsAPolicyHasTheGatesThatAskForThem() {
        assertEquals(List.of(), upgrade.apply());
        assertEquals(shipped.gates().size(), policies.newest().gates().size());
        policies.store(shipped.as(new PolicyVersion("decision", 3)));

        assertEquals(policyLeft(), upgrade.takeBack());
        List<Message> listed = upgrade.undoList();
        assertEquals("another call finds the same", policyLeft(), upgrade.takeBack());
        assertEquals(Set.of(REASON, RESOLUTION), onTheScreen);
        assertEquals(2, listed.size());
        assertEquals(listed, upgrade.undoList());

        policies.store(without(last(), 4));
        assertEquals("the gates are gone by hand", List.of(), upgrade.takeBack());
        assertEquals(Set.of(RESOLUTION), onTheScreen);
        assertEquals(List.of(), upgrade.undoList());
        assertEquals(4, policies.newest().version().version());
    }

    @Test
    public void fieldsStayForTheGatesOfTheFirstOfTwoUpgrades() {
        upgrade.apply();
        policies.store(without(first(), 3));
        upgrade.apply();

        assertEquals("the second is taken back, the first was changed since", policyLeft(), upgrade.takeBack());

        assertEquals(policies.all.get(2).gates(), policies.newest().gates());
        assertEquals(Set.of(REASON, RESOLUTION), onTheScreen);
    }

    @Test
    public void whatNobodyChangedIsTakenBackAtOnce() {
        upgrade.apply();
        assertEquals("who has to approve stays", APPROVALS, policies.newest().approvals());

        assertEquals(List.of(), upgrade.takeBack());

        assertEquals(APPROVALS, policies.newest().approvals());
        assertEquals(shipped.gates().size() - 1, policies.newest().gates().size());
        assertEquals(Set.of(RESOLUTION), onTheScreen);
        assertEquals(List.of(), upgrade.undoList());
    }

    @Test
    public void aVersionThatWasNotStoredIsNotMistakenForTheNextOneOfSomebody() {
        policies.failure = Optional.of(new IllegalStateException("the database is gone"));
        assertThrows(IllegalStateException.class, upgrade::apply);
        policies.failure = Optional.empty();
        Policy theirs = policies.newest().as(new PolicyVersion("decision", 2));
        policies.append(theirs, revision(theirs, "ours"));

        upgrade.takeBack();

        assertEquals(List.of(theirs), policies.all.subList(1, policies.all.size()));
    }

    @Test
    public void aVersionThatSomebodyElseStoredAtTheSameMomentIsTheirs() {
        Policy theirs = policies.newest().as(new PolicyVersion("decision", 2));
        policies.failure = Optional.of(new StalePolicyException(theirs.version()));
        assertEquals(List.of(Message.of("decision-gates.jira.admin.upgrade.policy-changed", shipped.name())), upgrade.apply());
        policies.failure = Optional.empty();
        policies.append(theirs, revision(theirs, "ours"));
        assertEquals("no version is listed", 1, upgrade.undoList().size());

        upgrade.takeBack();

        assertEquals(theirs, policies.newest());
    }

    /** Jira is stopped before the version is stored; the administrator then does by hand what the upgrade would have done. */
    @Test
    public void aVersionIsRecognisedByWhatTheUpgradeWroteAndNotByItsNumber() {
        record.add("decision", 2);
        Policy theirs = shipped.as(new PolicyVersion("decision", 2));
        policies.append(theirs, revision(theirs, "Added by hand"));

        assertEquals("no version is listed", List.of(), upgrade.undoList());
        assertEquals("its gates keep the fields", policyLeft(), upgrade.takeBack());
        assertEquals(theirs, policies.newest());
    }

    @Test
    public void aVersionThatWasStoredBeforeSomethingElseFailedIsTakenBack() {
        // the first is about a field on a screen
        doAnswer(call -> null).doThrow(new IllegalStateException("no audit log")).doAnswer(call -> null).when(log).record(any());
        assertThrows(IllegalStateException.class, upgrade::apply);
        upgrade.apply();
        assertEquals(2, policies.newest().version().version());

        assertEquals(List.of(), upgrade.takeBack());

        assertEquals(policies.all.get(0).gates(), policies.newest().gates());
    }

    @Test
    public void putsOnAScreenOnlyWhatItListsAndTellsTheAuditLog() {
        onTheScreen.clear();

        upgrade.apply();

        assertEquals("somebody took the resolution off on purpose", Set.of(REASON), onTheScreen);
        ConfigurationChange added = new ConfigurationChange("screens-upgraded", Optional.empty(), "", "Decision: reject: Reason");
        assertEquals(added, audited.get(0));

        audited.clear();
        upgrade.takeBack();
        assertEquals(Set.of(), onTheScreen);
        assertEquals(new ConfigurationChange("screens-upgrade-undone", Optional.empty(), "Decision: reject: Reason", ""), audited.get(1));
        audited.clear();
        upgrade.takeBack();
        assertEquals("nothing was there any more", List.of(), audited);
    }

    /** The policy as it is shipped, without one of its gates. */
    private Policy without(PolicyGate gate, int version) {
        List<PolicyGate> gates = new ArrayList<>(shipped.gates());
        gates.remove(gate);
        return shipped.as(new PolicyVersion("decision", version)).approvedBy(APPROVALS).withGates(gates);
    }

    private PolicyGate first() {
        return enforced().get(0);
    }

    private PolicyGate last() {
        return enforced().get(enforced().size() - 1);
    }

    private List<PolicyGate> enforced() {
        return shipped.gates().stream().filter(InstallationUpgradeHealthCheck::isEnforced).toList();
    }

    private static PolicyRevision revision(Policy policy, String why) {
        return new PolicyRevision(policy.version(), false, why, "ann", TestTime.CLOCK.instant());
    }

    private List<Message> policyLeft() {
        return List.of(Message.of("decision-gates.jira.admin.upgrade.policy-left", shipped.name()));
    }

    private PluginSettingsFactory settings() {
        PluginSettings all = mock(PluginSettings.class);
        when(all.get(any())).thenAnswer(call -> stored.get(call.<String>getArgument(0)));
        when(all.put(any(), any())).thenAnswer(call -> stored.put(call.getArgument(0), call.getArgument(1)));
        when(all.remove(any())).thenAnswer(call -> stored.remove(call.<String>getArgument(0)));
        PluginSettingsFactory factory = mock(PluginSettingsFactory.class);
        when(factory.createGlobalSettings()).thenReturn(all);
        return factory;
    }

    private FieldScreen screen() {
        FieldScreenTab tab = mock(FieldScreenTab.class);
        when(tab.isContainsField(any())).thenAnswer(call -> onTheScreen.contains(call.<String>getArgument(0)));
        doAnswer(call -> onTheScreen.add(call.getArgument(0))).when(tab).addFieldScreenLayoutItem(any());
        FieldScreen screen = mock(FieldScreen.class);
        when(screen.getName()).thenReturn("Decision: reject");
        when(screen.getTabs()).thenReturn(List.of(tab));
        when(screen.getTab(0)).thenReturn(tab);
        doAnswer(call -> onTheScreen.remove(call.<String>getArgument(0))).when(screen).removeFieldScreenLayoutItem(any());
        return screen;
    }

    private static final class PoliciesInMemory implements Policies {

        private final List<Policy> all = new ArrayList<>();
        private final List<PolicyRevision> revisions = new ArrayList<>();
        private Optional<RuntimeException> failure = Optional.empty();

        void store(Policy policy) {
            append(policy, revision(policy, "by hand"));
        }

        Policy newest() {
            return all.get(all.size() - 1);
        }

        @Override
        public PoliciesInForce inForce() {
            return new PoliciesInForce(List.of(newest()), List.of());
        }

        @Override
        public Optional<Policy> version(PolicyVersion version) {
            return all.stream().filter(policy -> policy.version().equals(version)).findFirst();
        }

        @Override
        public List<PolicyRevision> history(Scope scope, String key) {
            return revisions;
        }

        @Override
        public void append(Policy policy, PolicyRevision revision) {
            failure.ifPresent(exception -> {
                throw exception;
            });
            all.add(policy);
            revisions.add(revision);
        }
    }
}
