package org.decisiongates.jira.readiness;

import java.util.List;

/**
 * What the panel of readiness shows.
 *
 * @param address      where the app has the issue in its REST
 * @param issueAddress where Jira takes edits of the issue
 * @param viewer       what the viewer logs in with; empty text for nobody
 * @param count        how much is met of how much
 * @param score        the score in words; empty text where there is none
 * @param scope        what is counted; empty text where nothing is
 * @param notes        what there is to say about the score
 * @param ungated      that the workflow has no gate, and what asks something all the same, in sentences; none where it has one
 * @param owed         what is owed in the phase that the issue is in, in one part; none where nothing is
 * @param transitions  what each transition asks
 * @param none         that no transition can be made; empty text where some can
 * @param inline       what there is to know of rules that are written into the workflow; empty text where none is missing
 * @param helper       who can help, in words; empty text for nobody
 */
public record ReadinessView(String address, String issueAddress, String viewer, String count, String score, String scope,
        List<String> notes,
        List<PointsView> points, List<String> ungated, List<TransitionReadinessView> owed,
        List<TransitionReadinessView> transitions, String none, String inline,
        List<WaiverView> waivers, String helper) {

    public ReadinessView {
        notes = List.copyOf(notes);
        points = List.copyOf(points);
        ungated = List.copyOf(ungated);
        owed = List.copyOf(owed);
        transitions = List.copyOf(transitions);
        waivers = List.copyOf(waivers);
    }
}
