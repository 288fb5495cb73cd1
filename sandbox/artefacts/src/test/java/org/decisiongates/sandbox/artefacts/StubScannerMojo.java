package org.decisiongates.sandbox.artefacts;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/**
 * Stands in for the scanner's build plugin: complains when it is called too early or when somebody else wrote an index, and copies the
 * one of the build around, which the plugin's own tests then compare with the classes.
 */
public final class StubScannerMojo extends AbstractMojo {
    private File outputDirectory;
    private File index;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (!new File(outputDirectory, "org/decisiongates").isDirectory()) {
            throw new MojoFailureException("the scanner reads classes, and none is compiled yet");
        }
        Path target = outputDirectory.toPath().resolve("META-INF/plugin-components");
        if (Files.exists(target)) {
            throw new MojoFailureException("somebody else has written the scanner's index");
        }
        try (Stream<Path> files = Files.list(index.toPath())) {
            Files.createDirectories(target);
            List<Path> all = files.toList();
            for (Path file : all) {
                Files.copy(file, target.resolve(file.getFileName()));
            }
            getLog().info("stub of the scanner has seen " + outputDirectory + " and copied " + all.size() + " files");
        } catch (IOException failure) {
            throw new MojoExecutionException("the index could not be copied from " + index, failure);
        }
    }
}
