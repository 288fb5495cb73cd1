package com.atlassian.sal.api.user;

public class UserResolutionException extends RuntimeException {
}
