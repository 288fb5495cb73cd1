package org.decisiongates.jira.policy;

import org.decisiongates.text.Message;

/**
 * What was typed into the form of a policy and is no value that can stand there. It stays in its input until somebody corrects it.
 *
 * @param input name of the input
 * @param typed as it was typed
 * @param fault what is wrong with it
 */
record RejectedInput(String input, String typed, Message fault) {
}
