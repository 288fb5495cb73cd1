package org.decisiongates.jira.admin;

import java.util.List;

import org.decisiongates.jira.task.ProgressView;

/**
 * What the page <em>Get started</em> shows.
 *
 * @param tokenName name of the form field that proves that a form comes from this page
 * @param address   of this page
 * @param errors    why what was asked for was not done
 * @param done      what was done
 * @param query     what projects were searched by
 * @param choices   some of the projects that were found
 * @param found     how many these are, in a sentence
 * @param progress  how far a set-up is that is under way; none when none is
 * @param plan      of the project that was chosen; none when none was
 * @param sample    of that project, to try its gates; none where it is not enabled
 * @param undo      what can be taken back of it; none when nothing can
 * @param types     which issue types it uses as Decisions and Blockers; none before set-up is complete
 * @param choosing  whether other types are being looked at, which takes the place of what enabling the project would do
 */
public record GetStartedView(String tokenName, String tokenValue, String address, List<String> errors, List<String> done, String query,
        List<ProjectChoiceView> choices, String found, List<ProgressView> progress, List<SetupPlanView> plan, List<SampleView> sample,
        List<UndoListView> undo, List<ProjectTypesView> types, boolean choosing) {

    public GetStartedView {
        errors = List.copyOf(errors);
        done = List.copyOf(done);
        choices = List.copyOf(choices);
        progress = List.copyOf(progress);
        plan = List.copyOf(plan);
        sample = List.copyOf(sample);
        undo = List.copyOf(undo);
        types = List.copyOf(types);
    }
}
