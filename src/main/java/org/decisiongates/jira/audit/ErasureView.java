package org.decisiongates.jira.audit;

import java.util.List;

/**
 * The page on which administrators erase a person, as its template sees it.
 *
 * @param tokenName  name of the form field that proves that a form comes from this page
 * @param done       what was erased just now
 * @param notes      what the administrator has to know about the person
 * @param person     user key; empty text before anybody was named
 * @param names      names that texts may have, one a line; the form carries them a second time, as those that were looked for
 * @param parts      what names the person
 * @param offersMore whether there is something to erase
 */
public record ErasureView(String tokenName, String tokenValue, List<String> errors, List<String> done, List<String> notes, String person,
        String names, List<ErasurePartView> parts, boolean offersMore, List<FormerErasureView> former) {
}
