package com.atlassian.sal.api.user;

import java.net.URI;

public interface UserProfile {
    String getUsername();
    URI getProfilePictureUri(int width, int height);
    URI getProfilePageUri();
}
