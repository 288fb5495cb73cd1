package com.atlassian.applinks.api;

public class TypeNotInstalledException extends Exception {
}
