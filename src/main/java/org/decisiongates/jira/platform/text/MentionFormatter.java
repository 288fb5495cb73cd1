package org.decisiongates.jira.platform.text;

import java.util.Optional;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.component.JiraComponent;

import org.decisiongates.text.Mentions;

/** Calls people in what somebody wrote by their names, as Jira does in comments: whoever reads it need not know user names. */
@JiraComponent
public class MentionFormatter {

    private final UserManager users;

    public MentionFormatter(UserManager users) {
        this.users = users;
    }

    /** The text, not escaped; who is mentioned and not known stays as typed. */
    public String named(String text) {
        return Mentions.named(text, name -> Optional.ofNullable(users.getUserByName(name)).map(ApplicationUser::getDisplayName));
    }
}
