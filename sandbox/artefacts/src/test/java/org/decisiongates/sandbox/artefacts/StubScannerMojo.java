package org.decisiongates.sandbox.artefacts;

import java.io.File;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoFailureException;

/** Stands in for the scanner's build plugin: writes no index, but complains when it is called too early or when somebody else wrote one. */
public final class StubScannerMojo extends AbstractMojo {
    private File outputDirectory;

    @Override
    public void execute() throws MojoFailureException {
        if (!new File(outputDirectory, "org/decisiongates").isDirectory()) {
            throw new MojoFailureException("the scanner reads classes, and none is compiled yet");
        }
        if (new File(outputDirectory, "META-INF/plugin-components").exists()) {
            throw new MojoFailureException("somebody else has written the scanner's index");
        }
        getLog().info("stub of the scanner has seen " + outputDirectory);
    }
}
